package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.Recurrent;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Sigmoid;
import org.unroll.core.graph.node.SkipPath;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Problem;
import org.unroll.core.yaml.Problems;

/** Keys that make no sense for a kind. */
class NodeSpecTest {
  private static final LayerOptions SIGMOID =
      new LayerOptions(0, InitialWeights.XAVIER, Optional.of(Activation.SIGMOID), 0, false);

  private static void assertProblem(Checked node, String path, String message) {
    Problems problems = new Problems();
    node.check("graph.node", problems);
    assertThat(problems.found()).containsExactly(new Problem(path, message));
  }

  @Test
  void forgetBiasOfAnRnn() {
    assertProblem(
        new Recurrent(
            Cell.RNN,
            List.of("x"),
            3,
            Directions.FORWARD,
            OptionalDouble.of(1),
            Optional.empty(),
            Optional.empty(),
            false,
            InitialWeights.ORTHOGONAL,
            PLAIN),
        "graph.node.forget-bias",
        "an rnn has no forget gate; remove the key or use lstm");
  }

  @Test
  void resetAfterOfAnLstm() {
    assertProblem(
        new Recurrent(
            Cell.LSTM,
            List.of("x"),
            3,
            Directions.FORWARD,
            OptionalDouble.empty(),
            Optional.of(false),
            Optional.empty(),
            false,
            InitialWeights.ORTHOGONAL,
            PLAIN),
        "graph.node.reset-after",
        "an lstm has no reset gate; remove the key or use gru");
  }

  @Test
  void activationOfAGru() {
    assertProblem(
        recurrent(Cell.GRU, Directions.FORWARD, 3, SIGMOID, "x"),
        "graph.node.activation",
        "a gru always uses tanh and sigmoid gates; remove the key");
  }

  @Test
  void aGivenStateForBothDirectionsOrBesideALearnedOne() {
    assertProblem(
        given(Directions.CONCAT, false),
        "graph.node.initial-state",
        "only a layer that reads forwards can start from a given state");
    assertProblem(
        given(Directions.FORWARD, true),
        "graph.node.learned-state",
        "the state is given by initial-state; remove one");
  }

  private static Recurrent given(Directions directions, boolean learned) {
    return new Recurrent(
        Cell.GRU,
        List.of("x"),
        3,
        directions,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of("state"),
        learned,
        InitialWeights.ORTHOGONAL,
        PLAIN);
  }

  @Test
  void activationOfAnLstm() {
    assertProblem(
        recurrent(Cell.LSTM, Directions.FORWARD, 3, SIGMOID, "x"),
        "graph.node.activation",
        "an lstm always uses tanh and sigmoid gates; remove the key");
  }

  @Test
  void activationOfAnRnn() {
    assertProblem(
        recurrent(Cell.RNN, Directions.FORWARD, 3, SIGMOID, "x"),
        "graph.node.activation",
        "an rnn uses tanh or relu");
  }

  @Test
  void activationOfHeadsAndEmbedding() {
    assertProblem(
        new Softmax(List.of("x"), List.of(), 0, 0, Optional.empty(), SkipPath.NONE, SIGMOID),
        "graph.node.activation",
        "the activation of softmax is softmax; remove the key");
    assertProblem(
        new Sigmoid(List.of("x"), List.of(), 0, 0.5, SkipPath.NONE, SIGMOID),
        "graph.node.activation",
        "the activation of sigmoid is sigmoid; remove the key");
    assertProblem(
        new Regression(List.of("x"), Optional.empty(), Regression.Loss.SQUARED, SIGMOID),
        "graph.node.activation",
        "the activation of regression is the identity; remove the key");
    assertProblem(
        new Embedding(List.of("x"), 3, Optional.empty(), 0, SIGMOID),
        "graph.node.activation",
        "an embedding has no activation; remove the key");
  }

  @Test
  void keysOfWeightsThatATiedHeadLacks() {
    Map<String, LayerOptions> wrong =
        Map.of("l2", l2(0.1), "frozen", frozen(), "weight-init", start(InitialWeights.IDENTITY));
    wrong.forEach(
        (key, options) ->
            assertProblem(
                new Softmax(
                    List.of("x"), List.of(), 0, 0, Optional.of("embed"), SkipPath.NONE, options),
                "graph.node." + key,
                "the weights are those of 'embed'; set the key there"));
  }

  @Test
  void aWeightWithoutASkip() {
    SkipPath weight = new SkipPath(Optional.empty(), OptionalDouble.of(0.5));
    assertProblem(
        new Sigmoid(List.of("x"), List.of(), 0, 0.5, weight, PLAIN),
        "graph.node.skip-weight",
        "there is no skip; add one, or remove the key");
  }

  @Test
  void aSkipBesideATiedHead() {
    assertProblem(
        new Softmax(
            List.of("x"),
            List.of(),
            0,
            0,
            Optional.of("embed"),
            SkipPath.of(Optional.of("wide")),
            PLAIN),
        "graph.node.skip",
        "a tied head has no skip; remove one of the two keys");
  }

  @Test
  void identityWhereItCannotBe() {
    LayerOptions identity = start(InitialWeights.IDENTITY);
    assertProblem(
        new Softmax(List.of("x"), List.of(), 0, 0, Optional.empty(), SkipPath.NONE, identity),
        "graph.node.weight-init",
        "a head cannot start as identity; use xavier");
    assertProblem(
        new Sigmoid(List.of("x"), List.of(), 0, 0.5, SkipPath.NONE, identity),
        "graph.node.weight-init",
        "a head cannot start as identity; use xavier");
  }

  @Test
  void plainNodesAreRight() {
    Problems problems = new Problems();
    lstm(3, "x").check("graph.node", problems);
    rnn(3, "x").check("graph.node", problems);
    softmax("x").check("graph.node", problems);
    assertThat(problems.found()).isEmpty();
  }
}
