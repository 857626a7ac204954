package org.unroll.core.train;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.unroll.core.app.Net;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;

/** A graph before its first step: a function of config and training data. */
public final class InitialGraph {
  private InitialGraph() {}

  /** The caller closes it. */
  public static ComputationGraph build(RunConfig config, Task<?, ?> task) {
    GraphOptions options =
        new GraphOptions(
            config.seed(), config.train().updater(), config.train().tbptt(), DataType.FLOAT);
    ComputationGraph graph = GraphBuilder.build(config.graph(), task.ports(), options);
    task.initialise(new Net(graph));
    return graph;
  }
}
