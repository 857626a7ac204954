package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.graph.node.Activation;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.step.StepGraph;
import org.unroll.core.graph.step.StepOutput;
import org.unroll.core.graph.step.StepState;

/** Steps that are known are read at one go, as one by one. */
class StretchIT {
  private static final Map<String, GraphSpec> GRAPHS =
      Map.of(
          "lstm",
          spec(
              "embed", embedding(3, "tokens"),
              "cells", lstm(5, "embed"),
              "hidden", dense(4, Activation.TANH, "cells"),
              "output", softmax("hidden")),
          "gru on rnn",
          spec(
              "embed", embedding(3, "tokens"),
              "first", rnn(5, "embed"),
              "second", gru(4, true, "first"),
              "output", softmax("second")));

  private static float[][] words(Random random, int rows, int steps) {
    float[][] words = new float[rows][steps];
    for (float[] row : words) {
      for (int t = 0; t < steps; t++) {
        row[t] = random.nextInt(WORDS);
      }
    }
    return words;
  }

  private static float[][] column(float[][] words, int t) {
    float[][] column = new float[words.length][];
    for (int row = 0; row < words.length; row++) {
      column[row] = new float[] {words[row][t]};
    }
    return column;
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm", "gru on rnn"})
  void aStretchIsAsItsSteps(String name) {
    ComputationGraph graph =
        GraphBuilder.build(GRAPHS.get(name), nextWord(), GraphOptions.of(7, sgd(0.1)));
    Random random = new Random(1);
    try (StepGraph steps = StepGraph.of(graph, Set.of("tokens"))) {
      for (int length : List.of(4, 3, 1, 9, 2)) {
        float[][] words = words(random, 2, length);
        StepState one = steps.start(2);
        float[][][] single = new float[length][][];
        for (int t = 0; t < length; t++) {
          StepOutput output = steps.step(one, Map.of("tokens", column(words, t)));
          single[t] = output.output();
          one = output.state();
        }
        StepOutput stretch = steps.stretch(steps.start(2), Map.of("tokens", words), length);
        for (int row = 0; row < 2; row++) {
          for (int t = 0; t < length; t++) {
            float[] now = new float[single[t][row].length];
            for (int k = 0; k < now.length; k++) {
              now[k] = stretch.output()[row][k * length + t];
            }
            assertClose(now, single[t][row]);
          }
        }
        float[][] next = words(random, 2, 1);
        assertClose(
            steps.step(stretch.state(), Map.of("tokens", next)).output()[1],
            steps.stretch(stretch.state(), Map.of("tokens", next), 1).output()[1]);
      }
    }
  }

  /** Rows that read texts of other lengths go on side by side. */
  @ParameterizedTest
  @ValueSource(strings = {"lstm", "gru on rnn"})
  void statesOfRowsAreJoined(String name) {
    ComputationGraph graph =
        GraphBuilder.build(GRAPHS.get(name), nextWord(), GraphOptions.of(7, sgd(0.1)));
    Random random = new Random(2);
    try (StepGraph steps = StepGraph.of(graph, Set.of("tokens"))) {
      StepState start = steps.start(2);
      float[][] first = words(random, 1, 5);
      float[][] second = words(random, 1, 3);
      float[][] next = words(random, 2, 1);
      StepState a = steps.stretch(start.select(0), Map.of("tokens", first), 5).state();
      StepState b = steps.stretch(start.select(1), Map.of("tokens", second), 3).state();
      StepOutput together = steps.step(StepState.join(List.of(a, b)), Map.of("tokens", next));
      assertClose(
          together.output()[0],
          steps.step(a, Map.of("tokens", new float[][] {next[0]})).output()[0]);
      assertClose(
          together.output()[1],
          steps.step(b, Map.of("tokens", new float[][] {next[1]})).output()[0]);
      assertThatThrownBy(() -> StepState.join(List.of(a, start.select(1))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @org.junit.jupiter.api.Test
  void whatReadsItsPrefixStepByStepHasNoStretches() {
    ComputationGraph graph =
        GraphBuilder.build(
            spec(
                "state", dense(4, Activation.TANH, "given"),
                "decoder",
                    starting(
                        org.unroll.core.graph.node.Cell.GRU,
                        4,
                        java.util.Optional.of("state"),
                        "previous"),
                "output", regression("decoder")),
            ports(
                "given", new org.unroll.core.graph.node.Shape.Vector(2),
                "previous", new org.unroll.core.graph.node.Shape.Sequence(CLASSES)),
            GraphOptions.of(7, sgd(0.1)));
    try (StepGraph steps = StepGraph.of(graph, Set.of("previous"))) {
      StepState start = steps.start(1);
      assertThatThrownBy(() -> steps.stretch(start, Map.of("previous", new float[1][6]), 2))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
