package org.unroll.core.train;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.app.Net;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.Task;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphSpec;

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
   * Scores as the net is scored: with {@code train.refit}, on the test split after a refit.
   *
   * @return split → metric → value of the best epoch's weights; empty if stopped
   */
  Optional<Map<String, Map<String, Double>>> score(GraphSpec spec, List<Split> splits) {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    ComputationGraph graph = InitialGraph.build(spec, config, task);
    try {
      out.printf(Locale.ROOT, "%,d parameters%n", graph.numParams());
      TrainingState end = train(graph);
      if (!Trainer.finished(config.train(), end)) {
        return Optional.empty();
      }
      for (Split split : splits) {
        if (split == Split.TEST && config.train().refit()) {
          Optional<ComputationGraph> refit =
              new Refit(config, task, out, stop).train(spec, end.best().epoch());
          if (refit.isEmpty()) {
            return Optional.empty();
          }
          graph.close();
          graph = refit.get();
        }
        scores.put(split.key(), task.evaluate(new Net(graph), split).metrics());
      }
      return Optional.of(scores);
    } finally {
      graph.close();
    }
  }

  /** To the end, unless stopped; the graph then holds the weights of its best epoch. */
  private TrainingState train(ComputationGraph graph) {
    BestWeights best = new BestWeights(graph);
    List<TrainingMonitor> monitors = List.of(new ProgressLines(out, config.train().epochs()));
    Trainer trainer = new Trainer(Trainer.Plan.of(config, task, graph), best, monitors, stop);
    TrainingState end = trainer.train(Trainer.start(config.train()));
    graph.setParams(best.weights);
    return end;
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
