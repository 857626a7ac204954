package org.unroll.core.train;

import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.config.UserError;

/** Ends a training whose loss is no longer a number, naming the layer where it began. */
public final class DivergenceGuard {
  private final ComputationGraph graph;

  public DivergenceGuard(ComputationGraph graph) {
    this.graph = graph;
  }

  /**
   * @return the loss, if it is finite
   * @throws UserError otherwise; the last checkpoint was written before and is intact
   */
  double check(double loss, MultiDataSet batch, TrainingState state) {
    if (Double.isFinite(loss)) {
      return loss;
    }
    throw new UserError(
        "the loss became "
            + loss
            + " in epoch "
            + (state.epoch() + 1)
            + ", batch "
            + (state.batch() + 1)
            + ", first in layer '"
            + firstBrokenLayer(batch)
            + "': lower the learning rate (train.updater) or set train.clip-norm; the last checkpoint is intact");
  }

  private String firstBrokenLayer(MultiDataSet batch) {
    for (Map.Entry<String, INDArray> weights : graph.paramTable().entrySet()) {
      if (broken(weights.getValue())) {
        String key = weights.getKey();
        return key.substring(0, key.lastIndexOf('_'));
      }
    }
    Map<String, INDArray> activations = graph.feedForward(batch.getFeatures(), false);
    for (String name : graph.getConfiguration().getVertices().keySet()) {
      if (activations.containsKey(name) && broken(activations.get(name))) {
        return name;
      }
    }
    return graph.getConfiguration().getNetworkOutputs().get(0);
  }

  private static boolean broken(INDArray values) {
    return !Double.isFinite(values.sumNumber().doubleValue());
  }
}
