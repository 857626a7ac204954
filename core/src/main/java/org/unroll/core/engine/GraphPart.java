package org.unroll.core.engine;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** A part that a graph of this process computes, on the thread of the caller. */
final class GraphPart implements PartStep {
  private final ComputationGraph graph;
  private final StreamState stream;
  private List<MultiDataSet> sections = List.of();

  GraphPart(ComputationGraph graph) {
    this.graph = graph;
    this.stream = new StreamState(graph);
  }

  @Override
  public void begin(MultiDataSet part, boolean continues, OptionalLong seed) {
    seed.ifPresent(Nd4j.getRandom()::setSeed);
    stream.begin(continues);
    sections = Truncation.sections(graph, part);
  }

  /**
   * Takes over in the middle of a part.
   *
   * @param state at the end of the section before, as {@link #sectionEnd} gave it
   */
  void goOn(MultiDataSet part, Map<String, INDArray> state) {
    stream.goOn(state);
    sections = Truncation.sections(graph, part);
  }

  @Override
  public Sum compute(int number) {
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

  /** From what the next section goes on; empty of a graph whose sequences are whole. */
  Map<String, INDArray> sectionEnd() {
    return stream.ends();
  }

  @Override
  public void keepStream() {
    stream.keep();
  }

  @Override
  public void forget() {
    stream.clear();
    sections = List.of();
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
}
