package org.unroll.core.engine;

import java.util.Map;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;

/**
 * Steps in this JVM: the gradient of the mean loss over examples or unmasked steps, clipped by
 * global norm (Pascanu, Mikolov &amp; Bengio 2013), then the updater. In place of DL4J's own {@code
 * fit}, which knows neither, passes over the whole gradient five times and cannot truncate
 * sequences of word numbers.
 *
 * <p>An iteration is an update of the weights, since updaters count those; truncated sequences make
 * one for each of their parts. Listeners find its mean loss in the graph's score. Not thread-safe.
 */
final class LocalEngine implements Engine {
  private final ComputationGraph graph;
  private final OptionalDouble clipNorm;
  private final StreamState stream;
  private final NativeMemory memory = new NativeMemory();

  LocalEngine(ComputationGraph graph, OptionalDouble clipNorm) {
    this.graph = graph;
    this.clipNorm = clipNorm;
    this.stream = new StreamState(graph);
  }

  @Override
  public double step(Batch batch) {
    double loss = 0;
    double labels = 0;
    try {
      stream.begin(batch.continues());
      for (MultiDataSet part : Truncation.parts(graph, batch.data())) {
        double counted = Labels.count(part);
        loss += step(part, counted);
        labels += counted;
      }
      stream.keep();
    } finally {
      stream.clear();
      forget();
    }
    memory.afterStep();
    return labels == 0 ? 0 : loss / labels;
  }

  /**
   * @return the sum of the loss over the labels
   */
  private double step(MultiDataSet part, double labels) {
    graph.setInputs(part.getFeatures());
    graph.setLabels(part.getLabels());
    graph.setLayerMaskArrays(part.getFeaturesMaskArrays(), part.getLabelsMaskArrays());
    graph.computeGradientAndScore();
    // DL4J's score is the sum over examples and steps by the number of examples, plus the penalty
    double penalty = graph.calcRegularizationScore(true);
    double loss = (graph.score() - penalty) * part.getLabels(0).size(0);
    FrozenLayers.clearGradient(graph);
    for (TrainingListener listener : graph.getListeners()) {
      listener.onGradientCalculation(graph);
    }
    INDArray gradient = graph.gradient().gradient(); // the sum over the labels
    double norm = Nd4j.getBlasWrapper().nrm2(gradient) / Math.max(1, labels);
    refuseInfinite(loss, norm);
    WeightUpdate.apply(graph, clipping(norm) / Math.max(1, labels));
    graph.getConfiguration().setIterationCount(graph.getIterationCount() + 1);
    graph.setScore(loss / Math.max(1, labels));
    for (TrainingListener listener : graph.getListeners()) {
      listener.iterationDone(graph, graph.getIterationCount(), graph.getEpochCount());
    }
    return loss;
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

  /** What is left behind would be taken for the size and the masks of the next output. */
  private void forget() {
    graph.clearLayerMaskArrays();
    graph.clearLayersStates();
    graph.setLabels((INDArray[]) null);
  }

  @Override
  public Map<String, INDArray> streamState() {
    return stream.get();
  }

  @Override
  public void streamState(Map<String, INDArray> state) {
    stream.set(state);
  }

  @Override
  public void learningRate(double rate) {
    graph.setLearningRate(rate);
  }
}
