package org.unroll.core.train;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.engine.Diverged;

/**
 * Explains a training whose numbers are no longer finite, naming the layer where it began. Asked
 * before the broken step changes the weights, so forward order tells cause from consequence.
 */
public final class DivergenceGuard {
  private static final String INTACT = " the last checkpoint is intact";
  private static final String ADVICE =
      ": lower the learning rate (train.updater) or set train.clip-norm, and start a new run;"
          + INTACT;

  private final Supplier<ComputationGraph> graph;

  /**
   * @param graph that is trained now, which a thaw replaces
   */
  public DivergenceGuard(Supplier<ComputationGraph> graph) {
    this.graph = graph;
  }

  /**
   * @param batch the one that diverged
   * @param state before it
   */
  DivergedTraining explain(Diverged diverged, MultiDataSet batch, TrainingState state) {
    String what =
        "%s in epoch %d, batch %d"
            .formatted(diverged.getMessage(), state.epoch() + 1, state.batch() + 1);
    List<String> inputs = graph.get().getConfiguration().getNetworkInputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (broken(batch.getFeatures(i))) {
        return new DivergedTraining(
            what
                + ", already in the input '"
                + inputs.get(i)
                + "': look for values in the data that are no finite numbers;"
                + INTACT,
            diverged);
      }
    }
    return new DivergedTraining(
        what + ", first in layer '" + firstBrokenLayer(batch) + "'" + ADVICE, diverged);
  }

  /**
   * Weights can break one step before the loss does; a good checkpoint must not be lost to that.
   *
   * @throws DivergedTraining if they are not finite
   */
  void checkWeights(TrainingState state) {
    for (Map.Entry<String, INDArray> weights : graph.get().paramTable().entrySet()) {
      if (broken(weights.getValue())) {
        throw new DivergedTraining(
            "the weights of layer '%s' are no longer finite after epoch %d, batch %d%s"
                .formatted(layer(weights.getKey()), state.epoch(), state.batch(), ADVICE));
      }
    }
  }

  /**
   * Weights that are finite may still give answers that are not, of which no metric is made.
   *
   * @throws DivergedTraining if those on a batch are not finite
   */
  void checkAnswers(MultiDataSet batch, TrainingState state) {
    INDArray answers =
        graph.get().output(false, batch.getFeatures(), batch.getFeaturesMaskArrays())[0];
    if (broken(answers)) {
      throw new DivergedTraining(
          "the answers of the net are no longer finite after epoch %d, batch %d, first in layer '%s'%s"
              .formatted(state.epoch(), state.batch(), firstBrokenLayer(batch), ADVICE));
    }
  }

  private String firstBrokenLayer(MultiDataSet batch) {
    ComputationGraph graph = this.graph.get();
    for (Map.Entry<String, INDArray> weights : graph.paramTable().entrySet()) {
      if (broken(weights.getValue())) {
        return layer(weights.getKey());
      }
    }
    Map<String, INDArray> activations = graph.feedForward(batch.getFeatures(), false);
    for (int vertex : graph.topologicalSortOrder()) {
      String name = graph.getVertices()[vertex].getVertexName();
      if (activations.containsKey(name) && broken(activations.get(name))) {
        return name;
      }
    }
    return graph.getConfiguration().getNetworkOutputs().get(0); // finite up to the loss itself
  }

  /** A parameter's key is {@code <layer>_<parameter>}. */
  private static String layer(String key) {
    return key.substring(0, key.lastIndexOf('_'));
  }

  private static boolean broken(INDArray values) {
    return !Double.isFinite(values.sumNumber().doubleValue());
  }
}
