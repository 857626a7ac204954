package org.unroll.core.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.data.Batches;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;

/**
 * A net that is trained before that of the run, which reads what it gives: before it was {@link
 * #take taken} the task has no batches.
 */
public interface FirstStage {
  /** What it is, for whoever watches its training: {@code encoder}. */
  String name();

  GraphSpec graph();

  /** Those of its graph, known before it is trained. */
  GraphPorts ports();

  /** How it is trained; empty of a net that stays as it begins, such as a pretrained one. */
  Optional<TrainConfig> train();

  Batches training();

  /** Scores it on the validation split after an epoch. */
  Map<String, Double> validate(Net net);

  /**
   * Hands over what was trained.
   *
   * @param trained a {@link org.unroll.core.run.ModelBundle}
   */
  void take(Path trained);
}
