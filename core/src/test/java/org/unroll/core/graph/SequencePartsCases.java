package org.unroll.core.graph;

import static org.junit.jupiter.api.Named.named;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.Attention;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Linear;
import org.unroll.core.graph.node.Quantiles;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Repeat;
import org.unroll.core.graph.node.Reverse;
import org.unroll.core.graph.node.Shape;

/** Graphs with the parts that forecasts and translation add. */
final class SequencePartsCases {
  private SequencePartsCases() {}

  static List<Named<GraphCases.Case>> all() {
    return Stream.of(linear(), heads(), copies(), attention()).flatMap(List::stream).toList();
  }

  static Linear linear(int last, int size, String... input) {
    return new Linear(List.of(input), OptionalInt.of(last), OptionalInt.of(size), PLAIN);
  }

  private static List<Named<GraphCases.Case>> linear() {
    GraphPorts both =
        ports(
            "frames", new Shape.Sequence(2),
            "later", new Shape.Sequence(3),
            "day", new Shape.Vector(2));
    return List.of(
        named(
            "linear over the last steps of an lstm",
            new GraphCases.Case(
                frames(),
                spec(
                    "cell", lstm(3, "frames"),
                    "linear", linear(3, 4, "cell"),
                    "output", softmax("linear")))),
        named(
            "linear over all steps of two sequences and a vector",
            new GraphCases.Case(
                new GraphPorts(
                    both.inputs(), CLASSES, 2 * CLASSES, Map.of("frames", 5, "later", 3)),
                spec(
                    "linear",
                    new Linear(
                        List.of("frames", "later", "day"),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        PLAIN),
                    "output",
                    regression("linear")))));
  }

  static Quantiles quantiles(Optional<String> skip, String input) {
    return new Quantiles(List.of(input), List.of(0.1, 0.5, 0.8, 0.9), skip, PLAIN);
  }

  private static Regression skipping(String skip, String input) {
    return new Regression(List.of(input), Optional.of(skip), Regression.Loss.SQUARED, PLAIN);
  }

  private static List<Named<GraphCases.Case>> heads() {
    GraphPorts window =
        new GraphPorts(frames().inputs(), CLASSES, 5 * CLASSES, Map.of("frames", 5));
    Linear flat = new Linear(List.of("cell"), OptionalInt.of(2), OptionalInt.empty(), PLAIN);
    return List.of(
        named(
            "quantiles per step",
            new GraphCases.Case(
                frames(),
                spec("cell", lstm(3, "frames"), "output", quantiles(Optional.empty(), "cell")))),
        named(
            "quantiles of a vector with skip",
            new GraphCases.Case(
                frames(),
                spec(
                    "cell", lstm(3, "frames"),
                    "end", finalState("cell"),
                    "skip", linear(2, CLASSES, "frames"),
                    "output", quantiles(Optional.of("skip"), "end")))),
        named(
            "quantiles per step with a flat skip",
            new GraphCases.Case(
                window,
                spec(
                    "cell", lstm(3, "frames"),
                    "skip", flat,
                    "output", quantiles(Optional.of("skip"), "cell")))),
        named(
            "regression with a skip per step",
            new GraphCases.Case(
                frames(),
                spec(
                    "cell", lstm(4, "frames"),
                    "skip", dense(CLASSES, Activation.TANH, "frames"),
                    "output", skipping("skip", "cell")))),
        named(
            "regression per step with a flat skip",
            new GraphCases.Case(
                window,
                spec(
                    "cell", lstm(3, "frames"),
                    "skip", flat,
                    "output", skipping("skip", "cell")))),
        named(
            "regression of a vector with skip",
            new GraphCases.Case(
                frames(),
                spec(
                    "cell", lstm(3, "frames"),
                    "end", finalState("cell"),
                    "output", skipping("end", "end")))));
  }

  private static List<Named<GraphCases.Case>> copies() {
    GraphPorts pair = ports("frames", new Shape.Sequence(3), "tokens", new Shape.Tokens(WORDS));
    return List.of(
        named(
            "context repeated to a decoder's steps",
            new GraphCases.Case(
                pair,
                spec(
                    "encoder", lstm(3, "frames"),
                    "end", finalState("encoder"),
                    "embed", embedding(2, "tokens"),
                    "context", new Repeat(List.of("end"), "embed"),
                    "joined", concat("embed", "context"),
                    "decoder", starting(Cell.GRU, 3, Optional.of("end"), "joined"),
                    "readout", concat("decoder", "context"),
                    "output", softmax("readout")))),
        named(
            "a vector repeated to the steps of a graph input",
            new GraphCases.Case(
                ports("tokens", new Shape.Tokens(WORDS), "day", new Shape.Vector(2)),
                spec(
                    "context", new Repeat(List.of("day"), "tokens"),
                    "hidden", dense(3, Activation.TANH, "context"),
                    "output", softmax("hidden")))),
        named(
            "a vector repeated to the steps of words that are read too",
            new GraphCases.Case(
                ports("tokens", new Shape.Tokens(WORDS), "day", new Shape.Vector(2)),
                spec(
                    "given", embedding(3, "tokens"),
                    "context", new Repeat(List.of("day"), "tokens"),
                    "both", concat("given", "context"),
                    "hidden", dense(3, Activation.TANH, "both"),
                    "output", softmax("hidden")))),
        named(
            "a vector repeated to the steps of numbers that are read too",
            new GraphCases.Case(
                ports("frames", new Shape.Sequence(FEATURES), "day", new Shape.Vector(2)),
                spec(
                    "context", new Repeat(List.of("day"), "frames"),
                    "both", concat("frames", "context"),
                    "hidden", dense(3, Activation.TANH, "both"),
                    "output", softmax("hidden")))),
        named(
            "a vector repeated to the steps of numbers that are read with others",
            new GraphCases.Case(
                ports("frames", new Shape.Sequence(FEATURES), "day", new Shape.Vector(2)),
                spec(
                    "own", dense(FEATURES, Activation.TANH, "frames"),
                    "pair", concat("frames", "own"),
                    "context", new Repeat(List.of("day"), "frames"),
                    "both", concat("pair", "context"),
                    "hidden", dense(3, Activation.TANH, "both"),
                    "output", softmax("hidden")))),
        named(
            "reversed source",
            new GraphCases.Case(
                frames(),
                spec(
                    "hidden", dense(3, Activation.TANH, "frames"),
                    "reversed", new Reverse(List.of("hidden")),
                    "cell", lstm(3, "reversed"),
                    "joined", concat("cell", "frames"),
                    "output", softmax("joined")))));
  }

  static Attention attention(Attention.Score score, String queries, String keys) {
    return new Attention(queries, keys, Optional.empty(), score, OptionalInt.empty());
  }

  private static List<Named<GraphCases.Case>> attention() {
    return Stream.of(Attention.Score.values())
        .map(
            score ->
                named(
                    score + " attention of a decoder",
                    new GraphCases.Case(
                        ports("frames", new Shape.Sequence(3), "tokens", new Shape.Tokens(WORDS)),
                        spec(
                            "encoder", both(Cell.GRU, Directions.CONCAT, 2, "frames"),
                            "embed", embedding(2, "tokens"),
                            "state", finalState("encoder"),
                            "decoder", starting(Cell.GRU, 4, Optional.of("state"), "embed"),
                            "context", attention(score, "decoder", "encoder"),
                            "readout", concat("decoder", "context"),
                            "hidden", dense(3, Activation.TANH, "readout"),
                            "output", softmax("hidden")))))
        .toList();
  }
}
