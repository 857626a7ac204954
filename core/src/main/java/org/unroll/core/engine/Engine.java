package org.unroll.core.engine;

import java.util.OptionalDouble;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Runs one training step; the only place that knows where (here, later a cluster). */
public interface Engine {
  /**
   * One that steps in this JVM. Not thread-safe.
   *
   * @param graph whose weights it changes
   * @param clipNorm largest Euclidean norm of the gradient of the mean loss, or empty for no limit
   */
  static Engine local(ComputationGraph graph, OptionalDouble clipNorm) {
    return new LocalEngine(graph, clipNorm);
  }

  /**
   * One forward and backward pass and one update.
   *
   * @return the mean loss over the batch's examples, or over its unmasked steps where there is a
   *     label per step, without what regularisation adds
   * @throws Diverged if the loss or its gradient is not finite; the weights are as before
   */
  double step(MultiDataSet batch);

  /** Sets the learning rate of the following steps. */
  void learningRate(double rate);
}
