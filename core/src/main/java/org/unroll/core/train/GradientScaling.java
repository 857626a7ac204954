package org.unroll.core.train;

import java.util.OptionalDouble;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.graph.FrozenLayers;

/**
 * Makes the update that of the mean loss, its gradient clipped by global norm (Pascanu, Mikolov &
 * Bengio 2013). DL4J M2.1 has neither: here its gradient is still the plain sum over the batch,
 * which the updater divides by the number of examples afterwards, so scaling it in place is exact.
 */
final class GradientScaling extends BaseTrainingListener {
  private final OptionalDouble clipNorm;
  private double examplesPerStep = 1;
  private long examples = 1;

  GradientScaling(OptionalDouble clipNorm) {
    this.clipNorm = clipNorm;
  }

  void prepare(double examplesPerStep, long examples) {
    this.examplesPerStep = examplesPerStep;
    this.examples = examples;
  }

  @Override
  public void onGradientCalculation(Model model) {
    FrozenLayers.clearGradient((ComputationGraph) model);
    INDArray gradient = model.gradient().gradient();
    double scale = examplesPerStep;
    if (clipNorm.isPresent()) {
      double norm = gradient.norm2Number().doubleValue() * examplesPerStep / examples;
      if (norm > clipNorm.getAsDouble()) {
        scale *= clipNorm.getAsDouble() / norm;
      }
    }
    if (scale != 1) {
      gradient.muli(scale);
    }
  }
}
