package org.unroll.core.graph;

import static org.junit.jupiter.api.Named.named;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Named;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.GraphPlan;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Recurrent;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Sigmoid;
import org.unroll.core.graph.node.SkipPath;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.yaml.Problems;

/** Small graphs with every kind of node and every option. */
final class GraphCases {
  private GraphCases() {}

  /** A graph of a head named {@code output}, and what it reads. */
  record Case(GraphPorts ports, GraphSpec spec) {
    ComputationGraph graph() {
      return exact(spec, ports);
    }

    TinyBatch batch(ComputationGraph graph) {
      GraphPlan plan = GraphCheck.plan(spec, ports, "graph", new Problems());
      boolean perStep = plan.shapes().get("output") instanceof Shape.Sequence;
      return TinyBatch.of(ports, graph, perStep, plan.masks().get("output"));
    }
  }

  static Stream<Named<Case>> all() {
    return Stream.concat(independent(), PictureCases.batchNorms().stream());
  }

  /** Those whose gradient is that of the score: of smooth steps the one before is a constant. */
  static Stream<Named<Case>> differentiable() {
    return all()
        .filter(
            each ->
                !(each.getPayload().spec().nodes().get("output") instanceof Softmax head)
                    || head.smooth() == 0);
  }

  /** Those in which nothing that is made of an example depends on the others of the batch. */
  static Stream<Named<Case>> independent() {
    return Stream.of(
            cells(),
            directions(),
            states(),
            vertices(),
            layers(),
            tiedHeads(),
            smoothSteps(),
            sigmoids(),
            skips(),
            starts(),
            SequencePartsCases.all(),
            PictureCases.all())
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
            "encoder and decoder with an embedding each",
            new Case(
                ports("target", new Shape.Tokens(WORDS), "source", new Shape.Tokens(WORDS)),
                spec(
                    "late",
                    embedding(3, "target"),
                    "early",
                    embedding(2, "source"),
                    "encoder",
                    lstm(4, "early"),
                    "state",
                    stateWithMemory("encoder"),
                    "decoder",
                    starting(Cell.LSTM, 4, Optional.of("state"), "late"),
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
            new Softmax(
                List.of("cell"),
                List.of(0.5, 1.0, 3.0),
                0.1,
                0,
                Optional.empty(),
                SkipPath.NONE,
                PLAIN)));
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
            "output",
                new Softmax(
                    List.of("hidden"),
                    List.of(),
                    0.1,
                    0,
                    Optional.of("embed"),
                    SkipPath.NONE,
                    PLAIN));
    return List.of(
        named("tied, per step", new Case(nextWord(), perStep)),
        named("tied, smoothed, per example", new Case(nextWord(), smoothed)));
  }

  private static List<Named<Case>> smoothSteps() {
    return List.of(
        frames(
            "smooth steps",
            "cell",
            lstm(3, "frames"),
            "output",
            new Softmax(
                List.of("cell"),
                List.of(0.5, 1.0, 3.0),
                0,
                0.5,
                Optional.empty(),
                SkipPath.NONE,
                PLAIN)));
  }

  private static List<Named<Case>> sigmoids() {
    return List.of(
        frames(
            "sigmoid per step, smoothed",
            "cell",
            lstm(3, "frames"),
            "output",
            new Sigmoid(List.of("cell"), List.of(), 0.1, 0.5, SkipPath.NONE, PLAIN)),
        frames(
            "sigmoid of a vector, weighted",
            "cell",
            lstm(3, "frames"),
            "end",
            finalState("cell"),
            "output",
            new Sigmoid(List.of("end"), List.of(0.5, 1.0, 3.0), 0, 0.1, SkipPath.NONE, PLAIN)));
  }

  /** What is added to the logits: a graph input, a node, a vector an example or one a step. */
  private static List<Named<Case>> skips() {
    GraphPorts wide = ports("frames", new Shape.Sequence(3), "wide", new Shape.Vector(CLASSES));
    List<Double> weights = List.of(0.5, 1.0, 3.0);
    return List.of(
        named(
            "softmax of a vector beside a graph input",
            new Case(
                wide,
                spec(
                    "cell",
                    lstm(4, "frames"),
                    "end",
                    finalState("cell"),
                    "output",
                    new Softmax(
                        List.of("end"), weights, 0.1, 0, Optional.empty(), skip("wide"), PLAIN)))),
        named(
            "sigmoid of a vector beside a node of a graph input",
            new Case(
                wide,
                spec(
                    "cell",
                    lstm(4, "frames"),
                    "end",
                    finalState("cell"),
                    "scaled",
                    dense(CLASSES, Activation.TANH, "wide"),
                    "output",
                    new Sigmoid(List.of("end"), weights, 0, 0.1, skip("scaled"), PLAIN)))),
        named(
            "softmax of a vector and the weighted mean with a graph input",
            new Case(
                wide,
                spec(
                    "cell",
                    lstm(4, "frames"),
                    "end",
                    finalState("cell"),
                    "output",
                    weighted("end", "wide", 0.3)))),
        frames(
            "softmax per step beside a node, smoothed",
            "first",
            dense(CLASSES, Activation.TANH, "frames"),
            "cell",
            lstm(4, "first"),
            "output",
            new Softmax(
                List.of("cell"), List.of(), 0.1, 0, Optional.empty(), skip("first"), PLAIN)),
        frames(
            "smooth steps beside a node",
            "cell",
            lstm(CLASSES, "frames"),
            "output",
            new Softmax(List.of("cell"), List.of(), 0, 0.5, Optional.empty(), skip("cell"), PLAIN)),
        frames(
            "sigmoid per step beside what it reads",
            "cell",
            both(Cell.GRU, Directions.ADD, CLASSES, "frames"),
            "output",
            new Sigmoid(List.of("cell"), List.of(), 0, 0.5, skip("cell"), PLAIN)));
  }

  private static SkipPath skip(String node) {
    return SkipPath.of(Optional.of(node));
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
}
