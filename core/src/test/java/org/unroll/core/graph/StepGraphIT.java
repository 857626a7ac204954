package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Named.named;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.UserError;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Attention;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.FinalState;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Linear;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Quantiles;
import org.unroll.core.graph.node.Recurrent;
import org.unroll.core.graph.node.Repeat;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.step.StepGraph;
import org.unroll.core.graph.step.StepOutput;
import org.unroll.core.graph.step.StepState;
import org.unroll.core.yaml.Problem;
import org.unroll.core.yaml.Problems;

/** Step by step, with the inputs a teacher would give, is the same as all steps at once. */
class StepGraphIT {
  private static final String PROPERTY = "unroll.recurrent";
  private static final String BEFORE = System.getProperty(PROPERTY, "");
  private static final int EXAMPLES = 4;
  private static final int WINDOW = 5;
  private static final int HORIZON = 3;
  private static final int TARGETS = 2;
  private static final Set<String> MASKED = Set.of("past", "clip");
  private static final GraphPorts PORTS =
      new GraphPorts(
          ports(
                  "past", new Shape.Sequence(3),
                  "future", new Shape.Sequence(2),
                  "previous", new Shape.Sequence(TARGETS),
                  "tokens", new Shape.Tokens(WORDS),
                  "picture", new Shape.Picture(2, 6, 5),
                  "clip", new Shape.Frames(1, 4, 3))
              .inputs(),
          TARGETS,
          TARGETS * HORIZON,
          Map.of("past", WINDOW, "future", HORIZON, "previous", HORIZON));

  @AfterEach
  void restoreProperty() {
    if (BEFORE.isEmpty()) {
      System.clearProperty(PROPERTY);
    } else {
      System.setProperty(PROPERTY, BEFORE);
    }
  }

  private static Linear flat(String... input) {
    return new Linear(List.of(input), OptionalInt.empty(), OptionalInt.empty(), PLAIN);
  }

  private static Named<GraphSpec> cell(String name, Recurrent encoder, Recurrent decoder) {
    return named(
        name,
        spec(
            "encoder",
            encoder,
            "state",
            new FinalState(List.of("encoder"), encoder.cell() == Cell.LSTM),
            "decoder",
            decoder,
            "output",
            regression("decoder")));
  }

  static Stream<Named<GraphSpec>> cases() {
    return Stream.of(
        cell("lstm", lstm(4, "past"), starting(Cell.LSTM, 4, Optional.of("state"), "previous")),
        cell(
            "gru from both directions",
            both(Cell.GRU, Directions.CONCAT, 2, "past"),
            starting(Cell.GRU, 4, Optional.of("state"), "previous")),
        cell(
            "rnn from the sum of both directions",
            both(Cell.RNN, Directions.ADD, 4, "past"),
            starting(Cell.RNN, 4, Optional.of("state"), "previous")),
        named(
            "learned and zero states, words, no prefix",
            spec(
                "embed", embedding(3, "tokens"),
                "first", starting(Cell.LSTM, 4, Optional.empty(), "embed"),
                "second", recurrent(Cell.GRU, Directions.FORWARD, 3, dropout(0.4), "first"),
                "sum", add("embed", "second"),
                "output", softmax("sum"))),
        attending(Attention.Score.DOT),
        attending(Attention.Score.GENERAL),
        attending(Attention.Score.ADDITIVE),
        named("a picture as the start and beside each step", PictureCases.captioned()),
        named("a clip as the start", PictureCases.told()),
        named(
            "forecast with everything",
            spec(
                "encoder", lstm(4, "past"),
                "state", stateWithMemory("encoder"),
                "context", lastStep("encoder"),
                "repeated", new Repeat(List.of("context"), "previous"),
                "linear", flat("past", "future"),
                "hidden", dense(3, Activation.TANH, "future"),
                "joined", concat("previous", "repeated", "hidden"),
                "first", starting(Cell.LSTM, 4, Optional.of("state"), "joined"),
                "second", starting(Cell.LSTM, 4, Optional.of("state"), "first"),
                "readout", dense(4, Activation.RELU, "second"),
                "output",
                    new Quantiles(
                        List.of("readout"),
                        List.of(0.1, 0.5, 0.9),
                        Optional.of("linear"),
                        PLAIN))));
  }

  private static Named<GraphSpec> attending(Attention.Score score) {
    return named(
        score + " attention",
        spec(
            "encoder", both(Cell.LSTM, Directions.CONCAT, 2, "past"),
            "state", stateWithMemory("encoder"),
            "embed", embedding(3, "tokens"),
            "decoder", starting(Cell.LSTM, 4, Optional.of("state"), "embed"),
            "context", SequencePartsCases.attention(score, "decoder", "encoder"),
            "readout", concat("decoder", "context"),
            "output", softmax("readout")));
  }

  private static ComputationGraph graph(GraphSpec spec, String engine) {
    System.setProperty(PROPERTY, engine);
    return GraphBuilder.build(spec, PORTS, GraphOptions.of(7, sgd(0.1)));
  }

  private static Map<String, INDArray> inputs() {
    Random random = new Random(5);
    Map<String, INDArray> inputs = new HashMap<>();
    inputs.put("past", normal(random, EXAMPLES, 3, WINDOW));
    inputs.put("future", normal(random, EXAMPLES, 2, HORIZON));
    inputs.put("previous", normal(random, EXAMPLES, TARGETS, HORIZON));
    INDArray tokens = Nd4j.zeros(DataType.FLOAT, EXAMPLES, HORIZON); // [b, t]
    for (int i = 0; i < tokens.length(); i++) {
      tokens.putScalar(i, random.nextInt(WORDS));
    }
    inputs.put("tokens", tokens);
    inputs.put("picture", normal(random, EXAMPLES, 2, 6, 5));
    inputs.put("clip", normal(random, EXAMPLES, 12, WINDOW));
    return inputs;
  }

  private static INDArray normal(Random random, long... shape) {
    INDArray array = Nd4j.zeros(DataType.FLOAT, shape);
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, random.nextGaussian());
    }
    return array;
  }

  /** Lengths 5, 2, 4 and 1. */
  private static INDArray pastMask() {
    return Nd4j.createFromArray(
        new float[][] {{1, 1, 1, 1, 1}, {1, 1, 0, 0, 0}, {1, 1, 1, 1, 0}, {1, 0, 0, 0, 0}});
  }

  private static INDArray whole(ComputationGraph graph, Map<String, INDArray> inputs) {
    List<String> names = graph.getConfiguration().getNetworkInputs();
    INDArray[] features = new INDArray[names.size()];
    INDArray[] masks = new INDArray[names.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = inputs.get(names.get(i));
      masks[i] = MASKED.contains(names.get(i)) ? pastMask() : null;
    }
    return graph.output(false, features, masks)[0]; // [b, n, t]
  }

  private static Map<String, float[][]> at(Map<String, INDArray> inputs, int step, int... rows) {
    Map<String, float[][]> now = new HashMap<>();
    for (String name : List.of("previous", "tokens")) {
      INDArray all = inputs.get(name);
      float[][] values = new float[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        values[i] =
            all.rank() == 2
                ? new float[] {all.getFloat(rows[i], step)}
                : all.get(NDArrayIndex.point(rows[i]), NDArrayIndex.all(), NDArrayIndex.point(step))
                    .toFloatVector();
      }
      now.put(name, values);
    }
    return now;
  }

  private static StepState start(StepGraph steps, Map<String, INDArray> inputs) {
    Map<String, INDArray> known = new HashMap<>(inputs);
    known.keySet().removeAll(Set.of("previous", "tokens"));
    return steps.start(known, Map.of("past", pastMask(), "clip", pastMask()));
  }

  private static void assertRow(float[] actual, INDArray whole, int example, int step) {
    assertThat(actual).hasSize((int) whole.size(1));
    for (int n = 0; n < actual.length; n++) {
      assertThat((double) actual[n]).isCloseTo(whole.getDouble(example, n, step), within(1e-5));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void stepByStepIsAsAllAtOnce(GraphSpec spec) {
    for (String engine : List.of("onednn", "nd4j")) {
      ComputationGraph graph = graph(spec, engine);
      assertThat(problems(spec, "previous")).isEmpty();
      assertThat(problems(spec, "tokens")).isEmpty();
      Map<String, INDArray> inputs = inputs();
      INDArray whole = whole(graph, inputs);
      try (StepGraph steps = StepGraph.of(graph, Set.of("previous", "tokens"))) {
        for (int run = 0; run < 2; run++) {
          StepState state = start(steps, inputs);
          for (int t = 0; t < HORIZON; t++) {
            StepOutput now = steps.step(state, at(inputs, t, 0, 1, 2, 3));
            for (int b = 0; b < EXAMPLES; b++) {
              assertRow(now.output()[b], whole, b, t);
            }
            state = now.state();
            whole(graph, inputs); // the graph may be used in between
          }
        }
      }
      assertThat(whole(graph, inputs)).isEqualTo(whole);
    }
  }

  /** As a beam does: rows are reordered and repeated between the steps. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void rowsCanBeSelected(GraphSpec spec) {
    ComputationGraph graph = graph(spec, "onednn");
    Map<String, INDArray> inputs = inputs();
    INDArray whole = whole(graph, inputs);
    try (StepGraph steps = StepGraph.of(graph, Set.of("previous", "tokens"))) {
      StepState start = start(steps, inputs).select(3, 1, 1);
      StepOutput first = steps.step(start, at(inputs, 0, 3, 1, 1));
      StepState chosen = first.state().select(2, 0, 1, 0);
      StepOutput second = steps.step(chosen, at(inputs, 1, 1, 3, 1, 3));
      assertRow(first.output()[0], whole, 3, 0);
      assertRow(first.output()[2], whole, 1, 0);
      assertRow(second.output()[0], whole, 1, 1);
      assertRow(second.output()[1], whole, 3, 1);
      assertRow(second.output()[3], whole, 3, 1);
      StepOutput again = steps.step(chosen, at(inputs, 1, 1, 3, 1, 3));
      assertThat(again.output()).isDeepEqualTo(second.output()); // states do not change
    }
  }

  @Test
  void aStateOfAnEarlierStartIsVoid() {
    ComputationGraph graph = graph(cases().findFirst().orElseThrow().getPayload(), "");
    Map<String, INDArray> inputs = inputs();
    try (StepGraph steps = StepGraph.of(graph, Set.of("previous"))) {
      StepState old = start(steps, inputs);
      start(steps, inputs);
      assertThatThrownBy(() -> steps.step(old, at(inputs, 0, 0, 1, 2, 3)))
          .hasMessage("The state belongs to an earlier start of the graph");
    }
  }

  private static List<Problem> problems(GraphSpec spec, String input) {
    Problems problems = new Problems();
    StepCheck.check(spec, input, "graph", problems);
    return problems.found();
  }

  private static void assertRefused(String message, Object... nodes) {
    boolean reads = !message.startsWith("The head");
    assertThat(problems(spec(nodes), "previous")).hasSize(reads ? 1 : 0);
    ComputationGraph graph = graph(spec(nodes), "");
    assertThatThrownBy(() -> StepGraph.of(graph, Set.of("previous")))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }

  @Test
  void whatNeedsLaterStepsIsRefused() {
    assertRefused(
        "'decoder' reads in both directions, but only the steps before are known; set bidirectional:"
            + " false",
        "decoder",
        both(Cell.LSTM, Directions.CONCAT, 3, "previous"),
        "output",
        regression("decoder"));
    assertRefused(
        "'pool' needs all steps at once, but it depends on an input that is known step by step",
        "pool",
        pool(PoolTime.Kind.MAX, "previous"),
        "output",
        regression("pool"));
    assertRefused(
        "'context' attends to steps that are not known yet: its keys depend on an input that is known"
            + " step by step",
        "context",
        SequencePartsCases.attention(Attention.Score.DOT, "previous", "previous"),
        "output",
        regression("context"));
    assertRefused(
        "The head 'output' does not depend on previous, so there is nothing to run step by step",
        "decoder",
        lstm(3, "future"),
        "output",
        regression("decoder"));
  }

  @Test
  void aConfigIsCheckedForThatWithoutAGraph() {
    GraphSpec spec =
        spec(
            "embed", embedding(3, "tokens"),
            "first", lstm(4, "embed"),
            "writer", both(Cell.GRU, Directions.ADD, 4, "first"),
            "around", both(Cell.GRU, Directions.ADD, 4, "past"),
            "context", SequencePartsCases.attention(Attention.Score.DOT, "writer", "around"),
            "output", softmax("context"));
    assertThat(problems(spec, "tokens"))
        .containsExactly(
            new Problem(
                "graph.writer",
                "it needs all steps of 'first' at once, which follows from 'tokens', of which only the steps before are known while the net writes; a layer that reads forwards can stand here (bidirectional: false)"));
  }

  @Test
  void attentionsWeightsCanBeWatched() {
    ComputationGraph graph = graph(attending(Attention.Score.GENERAL).getPayload(), "");
    try (StepGraph steps = StepGraph.of(graph, Set.of("tokens"), "context-weights")) {
      StepOutput now = steps.step(start(steps, inputs()), at(inputs(), 0, 0, 1, 2, 3));
      float[][] weights = now.watched().get("context-weights"); // [rows][keys]
      assertThat(weights[0]).hasSize(WINDOW).doesNotContain(0);
      assertThat(weights[1]).endsWith(0, 0, 0);
      assertThat(weights[3]).containsExactly(1, 0, 0, 0, 0);
      assertThat(weights[0][0] + weights[0][1] + weights[0][2] + weights[0][3] + weights[0][4])
          .isCloseTo(1, within(1e-6f));
    }
  }
}
