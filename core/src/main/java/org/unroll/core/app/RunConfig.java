package org.unroll.core.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.unroll.core.config.CompareConfig;
import org.unroll.core.config.Device;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.config.UiConfig;
import org.unroll.core.graph.node.GraphSpec;

/** The config of an app: the keys that all have, inline, and sections of its own. */
public interface RunConfig {
  RunSettings run();

  default String app() {
    return run().app();
  }

  default GraphSpec graph() {
    return run().graph();
  }

  default TrainConfig train() {
    return run().train();
  }

  default UiConfig ui() {
    return run().ui();
  }

  default Device device() {
    return run().device();
  }

  default OptionalInt threads() {
    return run().threads();
  }

  default long seed() {
    return run().seed();
  }

  default Optional<CompareConfig> compare() {
    return run().compare();
  }

  /** Whether some node reads this graph input. */
  default boolean uses(String input) {
    return graph().nodes().values().stream().anyMatch(node -> node.reads().contains(input));
  }

  /**
   * A training for each fold of the data, whose scores are averaged; none if the data has no folds,
   * or the config names one of them.
   */
  default List<Repetition> folds() {
    return List.of();
  }
}
