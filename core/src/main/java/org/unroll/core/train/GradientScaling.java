package org.unroll.core.train;

import java.util.OptionalDouble;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.graph.FrozenLayers;

/**
 * Makes the update that of the mean loss, its gradient clipped by global norm (Pascanu, Mikolov &
 * Bengio 2013). DL4J M2.1 has neither: here its gradient is still the plain sum over the batch,
 * which the updater divides by the number of examples afterwards, so scaling it in place is exact.
 *
 * <p>DL4J calls this once a batch; with truncated back-propagation once for each part of it, whose
 * mean is then over that part's steps.
 */
final class GradientScaling extends BaseTrainingListener {
  private final OptionalDouble clipNorm;
  private MultiDataSet batch;
  private int from;
  private double lossSum;
  private double labelled;

  GradientScaling(OptionalDouble clipNorm) {
    this.clipNorm = clipNorm;
  }

  /**
   * @param next with one label an example, or one a step and a mask if some are padding
   */
  void begin(MultiDataSet next) {
    batch = next;
    from = 0;
    lossSum = 0;
    labelled = 0;
  }

  /** Over the examples of the batch, or over its unmasked steps. */
  double meanLoss() {
    return labelled == 0 ? 0 : lossSum / labelled;
  }

  @Override
  public void onGradientCalculation(Model model) {
    ComputationGraph graph = (ComputationGraph) model;
    FrozenLayers.clearGradient(graph);
    double examples = batch.getLabels(0).size(0);
    double labels = nextLabels(graph.getConfiguration());
    // DL4J's score is the sum over examples and steps by the number of examples, plus the penalty
    double loss = (graph.score() - graph.calcRegularizationScore(true)) * examples;
    INDArray gradient = graph.gradient().gradient();
    double norm = gradient.norm2Number().doubleValue() / Math.max(1, labels);
    refuseInfinite(loss, norm);
    lossSum += loss;
    labelled += labels;
    double scale = examples / Math.max(1, labels) * clipping(norm);
    if (scale != 1) {
      gradient.muli(scale);
    }
  }

  private double clipping(double norm) {
    return clipNorm.isPresent() && norm > clipNorm.getAsDouble()
        ? clipNorm.getAsDouble() / norm
        : 1;
  }

  private static void refuseInfinite(double loss, double norm) {
    if (!Double.isFinite(loss)) {
      throw new Diverged("the loss became " + loss);
    }
    if (!Double.isFinite(norm)) {
      throw new Diverged("the gradient's norm became " + norm);
    }
  }

  /** One an example, or the unmasked steps of the part that is next. */
  private double nextLabels(ComputationGraphConfiguration configuration) {
    INDArray labels = batch.getLabels(0); // [batch, classes] or [batch, classes, time]
    if (labels.rank() < 3) {
      return labels.size(0);
    }
    int time = (int) labels.size(2);
    boolean truncated = configuration.getBackpropType() == BackpropType.TruncatedBPTT;
    int to = truncated ? Math.min(time, from + configuration.getTbpttFwdLength()) : time;
    INDArray mask = batch.getLabelsMaskArray(0); // [batch, time]
    double count =
        mask == null
            ? labels.size(0) * (to - from)
            : mask.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to))
                .sumNumber()
                .doubleValue();
    from = to;
    return count;
  }
}
