package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.SkipPath;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.graph.step.StepGraph;
import org.unroll.core.graph.step.StepOutput;
import org.unroll.core.graph.step.StepState;

/** A head that scores with the vectors of an embedding, in single precision as it is trained. */
class TiedHeadIT {
  private static final int SIZE = 4;

  private static ComputationGraph graph(Optional<String> tied, DataType type) {
    GraphSpec spec =
        spec(
            "embed", new Embedding(List.of("tokens"), SIZE, Optional.empty(), 0, dropout(0.3)),
            "cell", lstm(SIZE, "embed"),
            "output",
                new Softmax(List.of("cell"), List.of(), 0.1, 0, tied, SkipPath.NONE, dropout(0.3)));
    return GraphBuilder.build(
        spec, nextWord(), new GraphOptions(7, adam(0.02), OptionalInt.empty(), type));
  }

  private static ComputationGraph tiedGraph() {
    return graph(Optional.of("embed"), DataType.FLOAT);
  }

  private static TinyBatch batch(ComputationGraph graph) {
    return TinyBatch.of(nextWord(), graph, true, "tokens").withClassNumbers();
  }

  @Test
  void hasNoWeightsOfItsOwn() {
    long own = graph(Optional.empty(), DataType.FLOAT).numParams();

    assertThat(tiedGraph().numParams()).isEqualTo(own - WORDS * SIZE);
    assertThat(tiedGraph().getLayer("output").paramTable()).containsOnlyKeys("b");
  }

  /** The head's part of the gradient must neither be lost nor be counted again in a next step. */
  @Test
  void theGradientIsThatOfDoublePrecisionStepAfterStep() {
    GraphSpec spec =
        spec(
            "embed", embedding(SIZE, "tokens"),
            "cell", lstm(SIZE, "embed"),
            "output", tied("embed", "cell"));
    ComputationGraph exact = exact(spec, nextWord());
    ComputationGraph graph =
        GraphBuilder.build(
            spec, nextWord(), new GraphOptions(7, sgd(1), OptionalInt.empty(), DataType.FLOAT));
    graph.setParams(exact.params().castTo(DataType.FLOAT));
    TinyBatch batch = batch(exact);
    INDArray expected = batch.gradient(exact); // [1, parameters]

    for (int step = 0; step < 2; step++) {
      INDArray gradient = batch.inFloats().gradient(graph);
      INDArray difference = gradient.castTo(DataType.DOUBLE).sub(expected);
      assertThat(difference.amaxNumber().doubleValue()).isLessThan(1e-5);
    }
  }

  @Test
  void learnsWithDropoutAndACloneIsTheSame() {
    ComputationGraph graph = tiedGraph();
    TinyBatch batch = batch(graph).inFloats();
    double before = batch.score(graph);
    for (int i = 0; i < 200; i++) {
      graph.fit(batch.data());
    }
    ComputationGraph copy = graph.clone();
    copy.fit(batch.data());

    assertThat(graph.score(batch.data(), false)).isLessThan(0.7 * before);
    assertThat(graph.clone().params()).isEqualTo(graph.params());
    assertThat(batch.output(graph.clone())).isEqualTo(batch.output(graph));
    assertThat(copy.params()).isNotEqualTo(graph.params()); // it has an embedding of its own
  }

  @Test
  void decodesStepByStepAsAllAtOnce() {
    ComputationGraph graph = tiedGraph();
    float[] words = {2, 5, 5, 0};
    INDArray whole = // [1, WORDS, 4]
        graph.output(false, Nd4j.createFromArray(new float[][] {words}))[0];
    try (StepGraph steps = StepGraph.of(graph, Set.of("tokens"))) {
      StepState state = steps.start(1);
      for (int t = 0; t < words.length; t++) {
        StepOutput output = steps.step(state, Map.of("tokens", new float[][] {{words[t]}}));
        for (int word = 0; word < WORDS; word++) {
          assertThat((double) output.output()[0][word])
              .isCloseTo(whole.getDouble(0, word, t), within(1e-5));
        }
        state = output.state();
      }
    }
  }
}
