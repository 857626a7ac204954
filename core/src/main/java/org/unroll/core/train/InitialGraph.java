package org.unroll.core.train;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.unroll.core.app.FirstStage;
import org.unroll.core.app.Net;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;
import org.unroll.core.graph.node.GraphSpec;

/** A graph before its first step: a function of config and training data. */
public final class InitialGraph {
  private InitialGraph() {}

  /** The caller closes it. */
  public static ComputationGraph build(RunConfig config, Task<?, ?> task) {
    ComputationGraph graph = build(config, config.graph(), task);
    task.initialise(new Net(graph));
    return graph;
  }

  /** One of another net on the same data. The caller closes it. */
  static ComputationGraph build(RunConfig config, GraphSpec other, Task<?, ?> task) {
    return GraphBuilder.build(other, task.ports(), options(config.seed(), config.train()));
  }

  /** That of the net before. The caller closes it. */
  static ComputationGraph build(RunConfig config, FirstStage stage) {
    return GraphBuilder.build(
        stage.graph(), stage.ports(), options(config.seed(), stage.train().orElse(config.train())));
  }

  private static GraphOptions options(long seed, TrainConfig train) {
    return new GraphOptions(seed, train.updater(), train.tbptt(), DataType.FLOAT);
  }
}
