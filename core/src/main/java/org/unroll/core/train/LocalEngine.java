package org.unroll.core.train;

import java.util.OptionalDouble;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Steps in this JVM, on one graph. Not thread-safe. */
public final class LocalEngine implements Engine {
  private final ComputationGraph graph;
  private final GradientScaling scaling;
  private final NativeMemory memory = new NativeMemory();

  /**
   * @param clipNorm largest Euclidean norm of the gradient of the mean loss, or empty for no limit
   */
  public LocalEngine(ComputationGraph graph, OptionalDouble clipNorm) {
    this.graph = graph;
    this.scaling = new GradientScaling(clipNorm);
    graph.addListeners(scaling);
  }

  @Override
  public double step(MultiDataSet batch) {
    double examplesPerStep = examplesPerLabelledStep(batch);
    scaling.prepare(examplesPerStep, batch.getFeatures(0).size(0));
    graph.fit(batch);
    memory.afterStep();
    return graph.score() * examplesPerStep;
  }

  @Override
  public void learningRate(double rate) {
    graph.setLearningRate(rate);
  }

  /**
   * DL4J sums the loss over time and divides by the examples; this is what turns that into the mean
   * over the unmasked steps. One label per example: 1.
   */
  static double examplesPerLabelledStep(MultiDataSet batch) {
    INDArray labels = batch.getLabels(0);
    if (labels.rank() < 3) {
      return 1;
    }
    INDArray mask = batch.getLabelsMaskArray(0);
    double steps = mask == null ? labels.size(0) * labels.size(2) : mask.sumNumber().doubleValue();
    return labels.size(0) / steps;
  }
}
