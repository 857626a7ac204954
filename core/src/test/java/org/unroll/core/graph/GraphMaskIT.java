package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Named.named;
import static org.unroll.core.graph.TinyGraphs.*;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.Distance;

/** What must hold for every kind of node and every option, in double precision. */
class GraphMaskIT {
  record Case(GraphPorts ports, GraphSpec spec) {
    ComputationGraph graph() {
      return exact(spec, ports);
    }

    TinyBatch batch(ComputationGraph graph) {
      GraphPlan plan = GraphCheck.plan(spec, ports, "graph", new org.unroll.core.config.Problems());
      boolean perStep = plan.shapes().get("output") instanceof Shape.Sequence;
      return TinyBatch.of(ports, graph, perStep, plan.masks().get("output"));
    }
  }

  @BeforeAll
  static void useDouble() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterAll
  static void useFloat() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  static Stream<Named<Case>> cases() {
    return Stream.of(
            cells(),
            directions(),
            states(),
            vertices(),
            layers(),
            tiedHeads(),
            starts(),
            SequencePartsCases.all())
        .flatMap(List::stream);
  }

  private static Named<Case> frames(String name, Object... nodes) {
    return named(name, new Case(TinyGraphs.frames(), spec(nodes)));
  }

  private static List<Named<Case>> cells() {
    return List.of(
        frames(
            "lstm, final state",
            "cell",
            lstm(4, "frames"),
            "end",
            finalState("cell"),
            "output",
            softmax("end")),
        frames(
            "rnn, final state",
            "cell",
            rnn(4, "frames"),
            "end",
            finalState("cell"),
            "output",
            softmax("end")),
        frames(
            "gru, final state",
            "cell",
            gru(4, true, "frames"),
            "end",
            finalState("cell"),
            "output",
            softmax("end")),
        frames("classic gru, per step", "cell", gru(4, false, "frames"), "output", softmax("cell")),
        frames("lstm, per step", "cell", lstm(4, "frames"), "output", softmax("cell")),
        frames("rnn, per step", "cell", rnn(4, "frames"), "output", regression("cell")),
        frames(
            "lstm on rnn on lstm",
            "first",
            lstm(3, "frames"),
            "second",
            rnn(4, "first"),
            "third",
            lstm(3, "second"),
            "output",
            softmax("third")),
        frames(
            "relu rnn with identity",
            "cell",
            new Recurrent(
                Cell.RNN,
                List.of("frames"),
                4,
                Directions.FORWARD,
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                InitialWeights.IDENTITY,
                new LayerOptions(0, InitialWeights.LECUN, Optional.of(Activation.RELU), 0, false)),
            "end",
            finalState("cell"),
            "output",
            softmax("end")));
  }

  private static List<Named<Case>> directions() {
    return List.of(
        frames(
            "bidirectional lstm, final state",
            "cell",
            both(Cell.LSTM, Directions.CONCAT, 3, "frames"),
            "end",
            finalState("cell"),
            "output",
            softmax("end")),
        frames(
            "bidirectional rnn added, final state",
            "cell",
            both(Cell.RNN, Directions.ADD, 3, "frames"),
            "end",
            finalState("cell"),
            "output",
            softmax("end")),
        frames(
            "bidirectional gru, final state",
            "cell",
            both(Cell.GRU, Directions.CONCAT, 3, "frames"),
            "end",
            finalState("cell"),
            "output",
            softmax("end")),
        frames(
            "bidirectional lstm, per step",
            "cell",
            both(Cell.LSTM, Directions.CONCAT, 3, "frames"),
            "output",
            softmax("cell")),
        frames(
            "bidirectional on bidirectional, final state",
            "first",
            both(Cell.LSTM, Directions.ADD, 3, "frames"),
            "second",
            both(Cell.LSTM, Directions.CONCAT, 2, "first"),
            "end",
            finalState("second"),
            "output",
            softmax("end")),
        frames(
            "bidirectional read both ways",
            "cell",
            both(Cell.LSTM, Directions.CONCAT, 2, "frames"),
            "end",
            finalState("cell"),
            "top",
            lstm(3, "cell"),
            "last",
            lastStep("top"),
            "all",
            concat("end", "last"),
            "output",
            softmax("all")));
  }

  private static List<Named<Case>> states() {
    GraphPorts both = ports("frames", new Shape.Sequence(3), "tokens", new Shape.Tokens(WORDS));
    return List.of(
        frames(
            "lstm with learned state",
            "cell",
            starting(Cell.LSTM, 4, Optional.empty(), "frames"),
            "end",
            finalState("cell"),
            "output",
            softmax("end")),
        frames(
            "gru with learned state",
            "cell",
            starting(Cell.GRU, 4, Optional.empty(), "frames"),
            "output",
            softmax("cell")),
        frames(
            "final state with memory",
            "cell",
            lstm(3, "frames"),
            "end",
            stateWithMemory("cell"),
            "last",
            lastStep("cell"),
            "all",
            concat("end", "last"),
            "output",
            softmax("all")),
        named(
            "lstm decoder that starts from both directions of an encoder",
            new Case(
                both,
                spec(
                    "embed",
                    embedding(3, "tokens"),
                    "encoder",
                    both(Cell.LSTM, Directions.CONCAT, 2, "embed"),
                    "state",
                    stateWithMemory("encoder"),
                    "decoder",
                    starting(Cell.LSTM, 4, Optional.of("state"), "frames"),
                    "output",
                    softmax("decoder")))),
        named(
            "gru decoder that starts from a vector",
            new Case(
                both,
                spec(
                    "embed",
                    embedding(3, "tokens"),
                    "pool",
                    pool(PoolTime.Kind.MEAN, "embed"),
                    "state",
                    dense(4, Activation.TANH, "pool"),
                    "decoder",
                    starting(Cell.GRU, 4, Optional.of("state"), "frames"),
                    "top",
                    starting(Cell.LSTM, 4, Optional.of("state"), "decoder"),
                    "output",
                    softmax("top")))));
  }

  private static List<Named<Case>> vertices() {
    return List.of(
        frames(
            "last step",
            "cell",
            lstm(4, "frames"),
            "end",
            lastStep("cell"),
            "output",
            softmax("end")),
        frames(
            "max over time",
            "cell",
            lstm(4, "frames"),
            "pool",
            pool(PoolTime.Kind.MAX, "cell"),
            "output",
            softmax("pool")),
        frames(
            "mean over time of both directions",
            "cell",
            both(Cell.LSTM, Directions.CONCAT, 2, "frames"),
            "pool",
            pool(PoolTime.Kind.MEAN, "cell"),
            "output",
            softmax("pool")),
        frames(
            "residual per step",
            "first",
            lstm(3, "frames"),
            "sum",
            add("first", "frames"),
            "second",
            both(Cell.LSTM, Directions.CONCAT, 2, "sum"),
            "joined",
            concat("second", "first"),
            "third",
            rnn(2, "joined"),
            "output",
            softmax("third")),
        frames(
            "pool of joined sequences",
            "first",
            lstm(3, "frames"),
            "joined",
            concat("first", "frames"),
            "pool",
            pool(PoolTime.Kind.MAX, "joined"),
            "output",
            softmax("pool")),
        named(
            "two encoders with lengths of their own and a vector",
            new Case(
                ports(
                    "frames", new Shape.Sequence(3),
                    "tokens", new Shape.Tokens(WORDS),
                    "day", new Shape.Vector(2)),
                spec(
                    "embed",
                    embedding(3, "tokens"),
                    "left",
                    both(Cell.LSTM, Directions.CONCAT, 2, "frames"),
                    "right",
                    both(Cell.RNN, Directions.CONCAT, 2, "embed"),
                    "left-end",
                    finalState("left"),
                    "right-end",
                    finalState("right"),
                    "all",
                    concat("left-end", "right-end", "day"),
                    "output",
                    softmax("all")))));
  }

  private static List<Named<Case>> layers() {
    return List.of(
        named(
            "embedding",
            new Case(
                tokens(),
                spec(
                    "embed",
                    embedding(3, "tokens"),
                    "cell",
                    both(Cell.LSTM, Directions.CONCAT, 3, "embed"),
                    "end",
                    finalState("cell"),
                    "output",
                    softmax("end")))),
        named(
            "mean of embeddings",
            new Case(
                tokens(),
                spec(
                    "embed",
                    embedding(3, "tokens"),
                    "pool",
                    pool(PoolTime.Kind.MEAN, "embed"),
                    "output",
                    softmax("pool")))),
        frames(
            "dense on a vector",
            "cell",
            lstm(4, "frames"),
            "end",
            finalState("cell"),
            "hidden",
            dense(5, Activation.SIGMOID, "end"),
            "output",
            regression("hidden")),
        frames(
            "dense per step before and between cells",
            "before",
            dense(4, Activation.TANH, "frames"),
            "cell",
            both(Cell.LSTM, Directions.CONCAT, 2, "before"),
            "between",
            dense(4, Activation.TANH, "cell"),
            "joined",
            concat("between", "before"),
            "second",
            both(Cell.LSTM, Directions.ADD, 3, "joined"),
            "end",
            finalState("second"),
            "output",
            softmax("end")),
        frames(
            "dense per step under the head",
            "cell",
            lstm(4, "frames"),
            "hidden",
            dense(4, Activation.TANH, "cell"),
            "output",
            softmax("hidden")),
        frames(
            "weighted and smoothed per step",
            "cell",
            lstm(3, "frames"),
            "output",
            new Softmax(List.of("cell"), List.of(0.5, 1.0, 3.0), 0.1, Optional.empty(), PLAIN)));
  }

  private static List<Named<Case>> tiedHeads() {
    GraphSpec perStep =
        spec(
            "embed", embedding(3, "tokens"),
            "cell", lstm(3, "embed"),
            "output", tied("embed", "cell"));
    GraphSpec smoothed =
        spec(
            "embed", embedding(3, "tokens"),
            "cell", both(Cell.GRU, Directions.ADD, 4, "embed"),
            "end", pool(PoolTime.Kind.MEAN, "cell"),
            "hidden", dense(3, Activation.TANH, "end"),
            "output", new Softmax(List.of("hidden"), List.of(), 0.1, Optional.of("embed"), PLAIN));
    return List.of(
        named("tied, per step", new Case(nextWord(), perStep)),
        named("tied, smoothed, per example", new Case(nextWord(), smoothed)));
  }

  private static List<Named<Case>> starts() {
    return Stream.of(InitialWeights.values())
        .map(
            start ->
                frames(
                    "start " + start,
                    "cell",
                    new Recurrent(
                        Cell.LSTM,
                        List.of("frames"),
                        3,
                        Directions.FORWARD,
                        OptionalDouble.of(2),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        start,
                        start(start)),
                    "end",
                    finalState("cell"),
                    "output",
                    softmax("end")))
        .toList();
  }

  /** Each parameter array is moved along a random direction; the score must follow the gradient. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void gradientsAreThoseOfTheScore(Case tiny) {
    ComputationGraph graph = tiny.graph();
    TinyBatch batch = tiny.batch(graph);
    batch.gradient(graph);
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    graph.gradient().gradientForVariable().forEach((name, g) -> gradients.put(name, g.dup()));
    assertThat(gradients).containsOnlyKeys(graph.paramTable().keySet());
    gradients.forEach(
        (name, gradient) -> {
          INDArray direction = Nd4j.randn(DataType.DOUBLE, gradient.shape());
          // The score is the mean over the examples, the gradient their sum.
          double slope = slope(graph, batch, name, direction) * batch.examples();
          double expected = gradient.mul(direction).sumNumber().doubleValue();
          assertThat(slope).as(name).isCloseTo(expected, offset(1e-6 * (1 + Math.abs(expected))));
        });
  }

  private static double slope(
      ComputationGraph graph, TinyBatch batch, String parameter, INDArray direction) {
    double step = 1e-5;
    INDArray values = graph.getParam(parameter);
    INDArray original = values.dup();
    values.addi(direction.mul(step));
    double right = batch.score(graph);
    values.assign(original).subi(direction.mul(step));
    double left = batch.score(graph);
    values.assign(original);
    return (right - left) / (2 * step);
  }

  /** The penalty is added by DL4J's updater, so its own check is needed. */
  @Test
  void gradientsWithPenaltyAreThoseOfTheScore() {
    GraphSpec spec =
        spec(
            "cell", recurrent(Cell.LSTM, Directions.CONCAT, 2, l2(0.1), "frames"),
            "end", finalState("cell"),
            "output", new Softmax(List.of("end"), List.of(), 0, Optional.empty(), l2(0.05)));
    Case tiny = new Case(TinyGraphs.frames(), spec);
    ComputationGraph graph = tiny.graph();
    TinyBatch batch = tiny.batch(graph);
    boolean right =
        GradientCheckUtil.checkGradients(
            new GradientCheckUtil.GraphConfig()
                .net(graph)
                .inputs(batch.inputs())
                .inputMask(batch.masks())
                .labels(batch.labels())
                .labelMask(batch.labelMasks())
                .maxRelError(1e-5)
                .minAbsoluteError(1e-9)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY));
    assertThat(right).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void paddedExamplesAreAsAlone(Case tiny) {
    ComputationGraph graph = tiny.graph();
    TinyBatch batch = tiny.batch(graph);
    INDArray together = batch.output(graph); // [b, classes] or [b, classes, t]
    INDArray sum = Nd4j.zeros(DataType.DOUBLE, 1, graph.numParams());
    for (int b = 0; b < batch.examples(); b++) {
      TinyBatch alone = batch.alone(b);
      INDArray output = alone.output(graph);
      for (int c = 0; c < output.size(1); c++) {
        for (int t = 0; t < (output.rank() == 3 ? output.size(2) : 1); t++) {
          double expected = output.rank() == 3 ? output.getDouble(0, c, t) : output.getDouble(0, c);
          double actual =
              output.rank() == 3 ? together.getDouble(b, c, t) : together.getDouble(b, c);
          assertThat(actual).isCloseTo(expected, offset(1e-10));
        }
      }
      sum.addi(alone.gradient(graph));
    }
    assertSame(batch.gradient(graph), sum);
  }

  /** DL4J has special paths for a batch of one and for one step. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aMaskOfOnesChangesNothingForOneExampleOfOneStep(Case tiny) {
    ComputationGraph graph = tiny.graph();
    TinyBatch alone = tiny.batch(graph).alone(3);
    assertSame(alone.withFullMasks().output(graph), alone.output(graph));
    assertSame(alone.withFullMasks().gradient(graph), alone.gradient(graph));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void garbageInMaskedStepsChangesNothing(Case tiny) {
    ComputationGraph graph = tiny.graph();
    TinyBatch batch = tiny.batch(graph);
    TinyBatch spoilt = batch.withGarbage();
    assertThat(spoilt.inputs()[0]).isNotEqualTo(batch.inputs()[0]);
    INDArray mask = batch.labelMasks()[0];
    assertSame(visible(spoilt.output(graph), mask), visible(batch.output(graph), mask));
    assertSame(spoilt.gradient(graph), batch.gradient(graph));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aSavedGraphGivesTheSameOutput(Case tiny) throws IOException {
    ComputationGraph graph = tiny.graph();
    TinyBatch batch = tiny.batch(graph);
    graph.fit(batch.data());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelSerializer.writeModel(graph, file, true);
    ComputationGraph loaded =
        ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(file.toByteArray()), true);
    assertThat(loaded.getConfiguration()).isEqualTo(graph.getConfiguration());
    assertThat(batch.output(loaded)).isEqualTo(batch.output(graph));
    assertSame(batch.gradient(loaded), batch.gradient(graph));
  }

  /** Outputs of masked steps are nobody's business. */
  private static INDArray visible(INDArray output, INDArray mask) {
    if (mask == null) {
      return output;
    }
    return output.mul(mask.reshape(mask.size(0), 1, mask.size(1)).broadcast(output.shape()));
  }

  private static void assertSame(INDArray actual, INDArray expected) {
    assertThat(Distance.between(actual, expected)).isLessThan(1e-10);
  }
}
