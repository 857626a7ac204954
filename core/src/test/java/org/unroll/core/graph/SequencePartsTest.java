package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Attention;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.Linear;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Quantiles;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Repeat;
import org.unroll.core.graph.node.Reverse;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Problem;
import org.unroll.core.yaml.Problems;

/** Keys and mistakes of the parts that forecasts and translation add. */
class SequencePartsTest {
  private static final int WINDOW = 5;
  private static final int HORIZON = 3;

  record Config(GraphSpec graph) {}

  private static Map<String, NodeSpec> read(String yaml) {
    return new ConfigLoader<>(Config.class)
        .load(new ConfigText("test.yaml", yaml), List.of(), List.of())
        .config()
        .graph()
        .nodes();
  }

  private static GraphPorts window() {
    return new GraphPorts(
        ports("past", new Shape.Sequence(2), "future", new Shape.Sequence(1)).inputs(),
        2,
        2 * HORIZON,
        Map.of("past", WINDOW, "future", HORIZON));
  }

  private static List<Problem> problems(GraphPorts ports, GraphSpec spec) {
    Problems problems = new Problems();
    GraphCheck.check(spec, ports, "graph", problems);
    return problems.found();
  }

  private static void assertProblem(GraphPorts ports, GraphSpec spec, String path, String message) {
    assertThat(problems(ports, spec)).containsExactly(new Problem(path, message));
  }

  private static void assertProblem(Checked node, String path, String message) {
    Problems problems = new Problems();
    node.check("graph.node", problems);
    assertThat(problems.found()).containsExactly(new Problem(path, message));
  }

  private static Linear linear(int last, String... input) {
    OptionalInt steps = last == 0 ? OptionalInt.empty() : OptionalInt.of(last);
    return new Linear(List.of(input), steps, OptionalInt.empty(), PLAIN);
  }

  @Test
  void keysOfLinear() {
    Map<String, NodeSpec> nodes =
        read(
            """
            graph:
              all:   {layer: linear, input: [past, future]}
              some:  {layer: linear, last: 48, size: 24, input: past, dropout: 0.1}
            """);
    assertThat(nodes.get("all")).isEqualTo(linear(0, "past", "future"));
    assertThat(nodes.get("some"))
        .isEqualTo(
            new Linear(List.of("past"), OptionalInt.of(48), OptionalInt.of(24), dropout(0.1)));
  }

  @Test
  void aLinearGivesWhatTheHeadGivesForAnExample() {
    Problems problems = new Problems();
    GraphSpec spec = spec("linear", linear(0, "past", "future"), "output", regression("linear"));
    Map<String, Shape> shapes = GraphCheck.check(spec, window(), "graph", problems);
    assertThat(problems.found()).isEmpty();
    assertThat(shapes.get("linear")).isEqualTo(new Shape.Vector(2 * HORIZON));
  }

  @Test
  void aLinearOverAnUnknownNumberOfSteps() {
    GraphSpec spec = spec("linear", linear(0, "frames"), "output", regression("linear"));
    assertProblem(
        frames(),
        spec,
        "graph.linear.input",
        "the number of steps varies, so linear cannot read all of them; set last");
    GraphPorts later =
        new GraphPorts(
            frames().inputs(), Shape.UNKNOWN, Shape.UNKNOWN, Map.of("frames", Shape.UNKNOWN));
    assertThat(problems(later, spec)).isEmpty();
  }

  @Test
  void aLinearOverMoreStepsThanThereAre() {
    assertProblem(
        window(),
        spec("linear", linear(6, "past", "future"), "output", regression("linear")),
        "graph.linear",
        "linear reads the last 6 steps, but there are 5 at most; remove last to read all");
    assertThat(
            problems(
                window(),
                spec("linear", linear(5, "past", "future"), "output", regression("linear"))))
        .isEmpty();
  }

  @Test
  void aLinearOverWordNumbers() {
    assertProblem(
        tokens(),
        spec("linear", linear(3, "tokens"), "output", regression("linear")),
        "graph.linear.input",
        "linear takes vectors, but this input gives word numbers; put an embedding in between");
  }

  @Test
  void optionsThatMakeNoSense() {
    assertProblem(
        new Linear(
            List.of("x"),
            OptionalInt.empty(),
            OptionalInt.empty(),
            new LayerOptions(0, InitialWeights.XAVIER, Optional.of(Activation.RELU), 0, false)),
        "graph.node.activation",
        "linear has no activation; remove the key or use dense");
    assertProblem(
        new Linear(
            List.of("x"), OptionalInt.empty(), OptionalInt.empty(), start(InitialWeights.IDENTITY)),
        "graph.node.weight-init",
        "a linear cannot start as identity; use xavier");
  }

  private static Quantiles quantiles(Double... levels) {
    return new Quantiles(List.of("x"), List.of(levels), Optional.empty(), PLAIN);
  }

  @Test
  void keysOfTheHeadsForNumbers() {
    Map<String, NodeSpec> nodes =
        read(
            """
            graph:
              plain:   {layer: quantiles, input: x}
              levels:  {layer: quantiles, levels: [0.25, 0.75], input: x, skip: linear}
              numbers: {layer: regression, input: x, skip: linear}
            """);
    assertThat(nodes.get("plain")).isEqualTo(quantiles(0.1, 0.5, 0.9));
    assertThat(nodes.get("levels"))
        .isEqualTo(new Quantiles(List.of("x"), List.of(0.25, 0.75), Optional.of("linear"), PLAIN));
    assertThat(nodes.get("numbers"))
        .isEqualTo(
            new Regression(List.of("x"), Optional.of("linear"), Regression.Loss.SQUARED, PLAIN));
  }

  @Test
  void levelsThatMakeNoSense() {
    assertProblem(quantiles(), "graph.node.levels", "no level; the default is [0.1, 0.5, 0.9]");
    assertProblem(
        quantiles(0.1, 0.5, 0.5), "graph.node.levels", "the levels must ascend, each once");
  }

  private static GraphSpec skipped(Object... skip) {
    return spec(
        "cell",
        rnn(3, "future"),
        "skip",
        skip[0],
        "output",
        new Quantiles(List.of("cell"), List.of(0.1, 0.9), Optional.of("skip"), PLAIN));
  }

  @Test
  void aHeadWithSkipAndLevels() {
    Problems problems = new Problems();
    GraphSpec spec = skipped(linear(0, "past"));
    Map<String, Shape> shapes = GraphCheck.check(spec, window(), "graph", problems);
    assertThat(problems.found()).isEmpty();
    assertThat(shapes.get("output")).isEqualTo(new Shape.Sequence(4));
    assertThat(problems(window(), skipped(dense(2, Activation.TANH, "future")))).isEmpty();
  }

  @Test
  void aSkipThatDoesNotFit() {
    Linear six = new Linear(List.of("past"), OptionalInt.empty(), OptionalInt.of(7), PLAIN);
    assertProblem(
        window(),
        skipped(six),
        "graph.output.skip",
        "a skip gives 6 numbers, 2 targets for 3 steps, but this node gives 7; remove its size");
    assertProblem(
        window(),
        skipped(dense(3, Activation.TANH, "future")),
        "graph.output.skip",
        "a skip gives as many numbers as there are targets, 2, but this node gives 3");
    assertProblem(
        window(),
        skipped(dense(2, Activation.TANH, "past")),
        "graph.output.skip",
        "its steps are those of graph input 'past', those of the first input of 'future';"
            + " sequences of different lengths cannot be joined step by step");
  }

  @Test
  void aFlatSkipForAnyNumberOfSteps() {
    assertProblem(
        frames(),
        spec(
            "cell",
            rnn(3, "frames"),
            "end",
            lastStep("cell"),
            "output",
            new Regression(List.of("cell"), Optional.of("end"), Regression.Loss.SQUARED, PLAIN)),
        "graph.output.skip",
        "the number of steps varies, so a skip must be a sequence");
  }

  @Test
  void aSequenceAddedToAVector() {
    assertProblem(
        window(),
        spec(
            "cell",
            rnn(3, "future"),
            "end",
            lastStep("cell"),
            "output",
            new Regression(List.of("end"), Optional.of("cell"), Regression.Loss.SQUARED, PLAIN)),
        "graph.output.skip",
        "the head gives one vector an example, so its skip cannot be a sequence");
  }

  @Test
  void keysOfTheVertices() {
    Map<String, NodeSpec> nodes =
        read(
            """
            graph:
              context:  {vertex: repeat, input: end, like: future}
              reversed: {vertex: reverse, input: past}
            """);
    assertThat(nodes.get("context")).isEqualTo(new Repeat(List.of("end"), "future"));
    assertThat(nodes.get("reversed")).isEqualTo(new Reverse(List.of("past")));
  }

  @Test
  void aSequenceToRepeat() {
    assertProblem(
        window(),
        spec("twice", new Repeat(List.of("past"), "future"), "output", regression("twice")),
        "graph.twice.input",
        "repeat takes one vector an example, but this input is a sequence");
  }

  @Test
  void aVectorToRepeatLike() {
    assertProblem(
        window(),
        spec(
            "end", lastStep("past"),
            "twice", new Repeat(List.of("end"), "end"),
            "output", regression("twice")),
        "graph.twice.like",
        "like names a sequence, but this is one vector an example");
  }

  @Test
  void theStepsOfARepeatedVectorAreThoseOfLike() {
    assertProblem(
        window(),
        spec(
            "end", lastStep("past"),
            "twice", new Repeat(List.of("end"), "future"),
            "joined", concat("past", "twice"),
            "output", regression("joined")),
        "graph.joined.input[1]",
        "its steps are those of graph input 'future', those of the first input of 'past';"
            + " sequences of different lengths cannot be joined step by step");
  }

  @Test
  void inputsOfOneFixedNumberOfStepsCanBeJoined() {
    GraphSpec spec = spec("joined", concat("left", "right"), "output", regression("joined"));
    Map<String, Shape> inputs =
        ports("left", new Shape.Sequence(2), "right", new Shape.Sequence(1)).inputs();
    assertThat(problems(new GraphPorts(inputs, 2, 6, Map.of("left", 3, "right", 3)), spec))
        .isEmpty();
    assertThat(problems(new GraphPorts(inputs, 2, 6, Map.of("left", 3, "right", 0)), spec))
        .isEmpty();
    assertThat(problems(new GraphPorts(inputs, 2, 6, Map.of("left", 3, "right", 4)), spec))
        .hasSize(1);
    assertThat(problems(new GraphPorts(inputs, 2, 6, Map.of("left", 3)), spec)).hasSize(1);
  }

  @Test
  void keysOfAttention() {
    Map<String, NodeSpec> nodes =
        read(
            """
            graph:
              plain: {vertex: attention, queries: decoder, keys: encoder}
              all:   {vertex: attention, queries: decoder, keys: encoder, values: words,
                      score: additive, size: 20}
            """);
    assertThat(nodes.get("plain"))
        .isEqualTo(SequencePartsCases.attention(Attention.Score.DOT, "decoder", "encoder"));
    assertThat(nodes.get("all"))
        .isEqualTo(
            new Attention(
                "decoder",
                "encoder",
                Optional.of("words"),
                Attention.Score.ADDITIVE,
                OptionalInt.of(20)));
  }

  private static GraphSpec attending(Attention attention) {
    return spec("end", lastStep("past"), "context", attention, "output", regression("context"));
  }

  private static Attention attention(Attention.Score score, String keys, String... values) {
    return new Attention("future", keys, Stream.of(values).findFirst(), score, OptionalInt.empty());
  }

  @Test
  void attentionThatDoesNotFit() {
    assertProblem(
        window(),
        spec("context", attention(Attention.Score.DOT, "past"), "output", regression("context")),
        "graph.context.keys",
        "score: dot takes queries and keys of one size, but these have 1 and 2 numbers; use"
            + " general");
    assertProblem(
        window(),
        spec(
            "context",
            attention(Attention.Score.GENERAL, "past", "future"),
            "output",
            regression("context")),
        "graph.context.values",
        "the values have the steps of graph input 'future', the keys those of 'past'");
    assertProblem(
        window(),
        attending(attention(Attention.Score.GENERAL, "end")),
        "graph.context.keys",
        "attention takes sequences of vectors, one a step");
    assertProblem(
        new Attention("a", "b", Optional.empty(), Attention.Score.DOT, OptionalInt.of(3)),
        "graph.node.size",
        "only score: additive has hidden units; remove the key");
  }

  @Test
  void attentionGivesTheValuesAtTheStepsOfTheQueries() {
    Problems problems = new Problems();
    GraphSpec spec =
        spec(
            "context",
            attention(Attention.Score.GENERAL, "past"),
            "joined",
            concat("future", "context"),
            "output",
            regression("joined"));
    Map<String, Shape> shapes = GraphCheck.check(spec, window(), "graph", problems);
    assertThat(problems.found()).isEmpty();
    assertThat(shapes.get("context")).isEqualTo(new Shape.Sequence(2));
  }
}
