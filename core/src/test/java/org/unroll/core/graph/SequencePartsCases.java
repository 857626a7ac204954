package org.unroll.core.graph;

import static org.junit.jupiter.api.Named.named;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Graphs with the parts that forecasts and translation add. */
final class SequencePartsCases {
  private SequencePartsCases() {}

  static List<Named<GraphMaskIT.Case>> all() {
    return Stream.of(linear()).flatMap(List::stream).toList();
  }

  static Linear linear(int last, String... input) {
    return new Linear(List.of(input), OptionalInt.of(last), OptionalInt.of(4), PLAIN);
  }

  private static List<Named<GraphMaskIT.Case>> linear() {
    GraphPorts both =
        ports(
            "frames", new Shape.Sequence(2),
            "later", new Shape.Sequence(3),
            "day", new Shape.Vector(2));
    return List.of(
        named(
            "linear over the last steps of an lstm",
            new GraphMaskIT.Case(
                frames(),
                spec(
                    "cell", lstm(3, "frames"),
                    "linear", linear(3, "cell"),
                    "output", softmax("linear")))),
        named(
            "linear over all steps of two sequences and a vector",
            new GraphMaskIT.Case(
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
}
