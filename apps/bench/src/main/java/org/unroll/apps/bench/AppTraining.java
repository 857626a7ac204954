package org.unroll.apps.bench;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.unroll.core.app.App;
import org.unroll.core.app.Net;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Prefetch;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Engine;
import org.unroll.core.graph.GraphBuilder;
import org.unroll.core.graph.GraphOptions;

/** The first steps of an app's training: its data, its graph, the engine of the training loop. */
final class AppTraining {
  private final Batches batches;
  private final Engine engine;
  private int epoch;

  private AppTraining(Batches batches, Engine engine) {
    this.batches = batches;
    this.engine = engine;
  }

  /**
   * @param steps that were timed
   * @param examples in them
   * @param seconds of them, waiting for batches included
   * @param parameters of the net
   * @param loss of the last step
   */
  record Speed(int steps, int examples, double seconds, long parameters, double loss) {}

  /**
   * Trains for some steps after a tenth of them as warm-up; runs through the epochs without
   * validation, listeners and checkpoints. Never connects to the network.
   */
  static <C extends Record & RunConfig> Speed measure(App<C> app, C config, int steps) {
    Backend.prepare(config.device(), config.threads());
    Task<?, ?> task = app.open(config, new DataAccess(true, notice -> {}));
    GraphOptions options =
        new GraphOptions(
            config.seed(), config.train().updater(), config.train().tbptt(), DataType.FLOAT);
    ComputationGraph graph = GraphBuilder.build(config.graph(), task.ports(), options);
    try {
      task.initialise(new Net(graph));
      Engine engine = Engine.local(graph, config.train().clipNorm());
      AppTraining training = new AppTraining(task.training(), engine);
      training.run(Math.max(2, steps / 10), graph);
      return training.run(steps, graph);
    } finally {
      graph.close();
    }
  }

  /** Begins a new epoch each time. */
  private Speed run(int steps, ComputationGraph graph) {
    int done = 0;
    int examples = 0;
    double loss = 0;
    long began = System.nanoTime();
    while (done < steps) {
      try (Prefetch prefetch = new Prefetch(batches, epoch++, 0)) {
        while (done < steps && prefetch.hasNext()) {
          Batch batch = prefetch.next();
          loss = engine.step(batch);
          examples += batch.examples().length;
          done++;
        }
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Speed(done, examples, seconds, graph.numParams(), loss);
  }
}
