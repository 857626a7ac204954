package org.unroll.core.train;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Split;
import org.unroll.core.app.Task;
import org.unroll.core.graph.GraphSpec;

/**
 * Trains other graphs as the net is trained, with the same settings, batches and seed, for their
 * scores alone: nothing of them is kept.
 */
final class AblationTraining {
  private final RunConfig config;
  private final Task<?, ?> task;
  private final PrintStream out;
  private final BooleanSupplier stop;

  /**
   * @param stop asked after every step; true gives the training up
   */
  AblationTraining(RunConfig config, Task<?, ?> task, PrintStream out, BooleanSupplier stop) {
    this.config = config;
    this.task = task;
    this.out = out;
    this.stop = stop;
  }

  /**
   * @return split → metric → value of the best epoch's weights; empty if stopped
   */
  Optional<Map<String, Map<String, Double>>> score(GraphSpec spec, List<Split> splits) {
    ComputationGraph graph = InitialGraph.build(spec, config, task);
    try {
      out.printf("%,d parameters%n", graph.numParams());
      if (!train(graph)) {
        return Optional.empty();
      }
      Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
      for (Split split : splits) {
        scores.put(split.key(), task.evaluate(graph, split).metrics());
      }
      return Optional.of(scores);
    } finally {
      graph.close();
    }
  }

  /** False if stopped before the end. */
  private boolean train(ComputationGraph graph) {
    BestWeights best = new BestWeights(graph);
    List<TrainingMonitor> monitors = List.of(new ProgressLines(out, config.train().epochs()));
    Trainer trainer = new Trainer(Trainer.Plan.of(config, task, graph), best, monitors, stop);
    TrainingState end = trainer.train(Trainer.start(config.train()));
    if (!Trainer.finished(config.train(), end)) {
      return false;
    }
    graph.setParams(best.weights);
    return true;
  }

  /** Kept in memory; from the last state nothing goes on. */
  private static final class BestWeights implements Checkpoints {
    private final ComputationGraph graph;
    private INDArray weights; // [1, parameters]

    BestWeights(ComputationGraph graph) {
      this.graph = graph;
      this.weights = graph.params().dup();
    }

    @Override
    public void best(TrainingState state) {
      weights = graph.params().dup();
    }

    @Override
    public void last(TrainingState state) {}
  }
}
