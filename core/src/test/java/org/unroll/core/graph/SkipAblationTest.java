package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unroll.core.graph.TinyGraphs.PLAIN;
import static org.unroll.core.graph.TinyGraphs.gru;
import static org.unroll.core.graph.TinyGraphs.ports;
import static org.unroll.core.graph.TinyGraphs.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unroll.core.graph.node.Dense;
import org.unroll.core.graph.node.FinalState;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.InitialWeights;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.Linear;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Quantiles;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Repeat;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.yaml.Problems;

class SkipAblationTest {
  private static final GraphPorts PORTS =
      new GraphPorts(
          ports("past", new Shape.Sequence(2), "future", new Shape.Sequence(1)).inputs(),
          2,
          6,
          Map.of("past", 5, "future", 3));

  private static Linear linear(String... input) {
    return new Linear(List.of(input), OptionalInt.empty(), OptionalInt.empty(), PLAIN);
  }

  private static NodeSpec quantiles(String input, String skip) {
    return new Quantiles(List.of(input), List.of(0.1, 0.5), Optional.ofNullable(skip), PLAIN);
  }

  private static NodeSpec regression(String input, String skip) {
    return new Regression(List.of(input), Optional.ofNullable(skip), PLAIN);
  }

  private static Dense zeros(String input) {
    LayerOptions options = new LayerOptions(0, InitialWeights.ZERO, Optional.empty(), 0, true);
    return new Dense(List.of(input), 1, options);
  }

  private static Map<String, GraphSpec> parts(GraphSpec whole) {
    assertSound(whole);
    Map<String, GraphSpec> parts = SkipAblation.of(whole, PORTS);
    parts.values().forEach(SkipAblationTest::assertSound);
    return parts;
  }

  private static void assertSound(GraphSpec spec) {
    Problems problems = new Problems();
    GraphCheck.check(spec, PORTS, "graph", problems);
    assertThat(problems.found()).isEmpty();
  }

  @Test
  void aFlatSkipAloneStandsBesideZerosOfTheHeadsSteps() {
    NodeSpec decoder = gru(4, false, "future");
    GraphSpec whole =
        spec("decoder", decoder, "line", linear("past"), "output", quantiles("decoder", "line"));

    assertThat(parts(whole))
        .containsExactly(
            Map.entry(
                "without-skip", spec("decoder", decoder, "output", quantiles("decoder", null))),
            Map.entry(
                "skip-alone",
                spec(
                    "line",
                    linear("past"),
                    "nothing",
                    zeros("future"),
                    "output",
                    quantiles("nothing", "line"))));
  }

  @Test
  void aSkipOfOneVectorAnExampleStandsBesideOne() {
    NodeSpec line = new Linear(List.of("past"), OptionalInt.empty(), OptionalInt.of(2), PLAIN);
    NodeSpec summary = new FinalState(List.of("encoder"), false);
    GraphSpec whole =
        spec(
            "encoder",
            gru(4, false, "past"),
            "summary",
            summary,
            "line",
            line,
            "output",
            regression("summary", "line"));

    assertThat(parts(whole).get("skip-alone"))
        .isEqualTo(
            spec("line", line, "nothing", zeros("line"), "output", regression("nothing", "line")));
  }

  @Test
  void whatBothPartsReadStaysInBothAndTakenNamesAreLeft() {
    NodeSpec shared = gru(4, false, "past");
    GraphSpec whole =
        spec(
            "nothing",
            shared,
            "spread",
            new Repeat(List.of("state"), "future"),
            "state",
            new FinalState(List.of("nothing"), false),
            "line",
            linear("nothing"),
            "output",
            regression("spread", "line"));
    Map<String, GraphSpec> parts = parts(whole);

    assertThat(parts.get("without-skip").nodes())
        .containsOnlyKeys("nothing", "spread", "state", "output");
    assertThat(parts.get("skip-alone").nodes())
        .containsOnlyKeys("nothing", "line", "nothing0", "output");
  }

  @Test
  void aHeadWithoutASkipHasNoParts() {
    GraphSpec whole = spec("output", regression("past", null));

    assertThat(SkipAblation.of(whole, PORTS)).isEmpty();
  }
}
