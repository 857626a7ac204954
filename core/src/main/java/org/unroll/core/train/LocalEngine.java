package org.unroll.core.train;

import java.util.OptionalDouble;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Steps in this JVM, on one graph, which takes one engine in its life. Not thread-safe. */
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
    scaling.begin(batch);
    graph.fit(batch);
    // DL4J leaves them behind, and would take the next output's batch to be of their size
    graph.setLabels((INDArray[]) null);
    memory.afterStep();
    return scaling.meanLoss();
  }

  @Override
  public void learningRate(double rate) {
    graph.setLearningRate(rate);
  }
}
