package org.unroll.core.engine;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** What one replica of a graph does in a step: the loss and the gradient of its part of a batch. */
final class PartStep {
  private final ComputationGraph graph;
  private final StreamState stream;
  private List<MultiDataSet> sections = List.of();

  PartStep(ComputationGraph graph) {
    this.graph = graph;
    this.stream = new StreamState(graph);
  }

  /**
   * @param loss sum over the labels
   * @param labels unmasked
   */
  record Sum(double loss, double labels) {
    static final Sum NOTHING = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(loss + other.loss, labels + other.labels);
    }

    double mean() {
      return loss / Math.max(1, labels);
    }
  }

  void begin(MultiDataSet part, boolean continues) {
    stream.begin(continues);
    sections = Truncation.sections(graph, part);
  }

  /** The gradient of the sum of the losses is in the graph afterwards. */
  Sum compute(int number) {
    MultiDataSet section = sections.get(number);
    graph.setInputs(section.getFeatures());
    graph.setLabels(section.getLabels());
    graph.setLayerMaskArrays(section.getFeaturesMaskArrays(), section.getLabelsMaskArrays());
    graph.computeGradientAndScore();
    FrozenLayers.clearGradient(graph);
    // DL4J's score is the sum over examples and steps by the number of examples, plus the penalty
    double penalty = graph.calcRegularizationScore(true);
    double loss = (graph.score() - penalty) * section.getLabels(0).size(0);
    return new Sum(loss, Labels.count(section));
  }

  /** After the last section. */
  void keepStream() {
    stream.keep();
  }

  /** What is left behind would be taken for the size and the masks of the next output. */
  void forget() {
    stream.clear();
    sections = List.of();
    graph.clearLayerMaskArrays();
    graph.clearLayersStates();
    graph.setLabels((INDArray[]) null);
  }

  Map<String, INDArray> streamState() {
    return stream.get();
  }

  void streamState(Map<String, INDArray> state) {
    stream.set(state);
  }
}
