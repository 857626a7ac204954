package org.unroll.core.train;

import java.util.OptionalDouble;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

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
  private double lossSum;
  private double labelled;

  GradientScaling(OptionalDouble clipNorm) {
    this.clipNorm = clipNorm;
  }

  void beginBatch() {
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
    IOutputLayer output = (IOutputLayer) graph.getOutputLayer(0);
    double examples = output.getLabels().size(0);
    double labels = labels(output);
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

  /** One an example, or the unmasked steps. */
  private static double labels(IOutputLayer output) {
    INDArray labels = output.getLabels(); // [batch, classes] or [batch, classes, time]
    INDArray mask = output.getMaskArray(); // of the labels, or else handed down from the input
    if (labels.rank() < 3) {
      return labels.size(0);
    }
    return mask == null ? labels.size(0) * labels.size(2) : mask.sumNumber().doubleValue();
  }
}
