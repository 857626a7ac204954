package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Linear;
import org.unroll.core.graph.node.Quantiles;
import org.unroll.core.graph.node.Shape;

/** What the parts for forecasts and translation compute. */
class SequencePartsIT {
  private static final int TARGETS = 2;
  private static final int STEPS = 4;

  private static GraphPorts window() {
    return new GraphPorts(
        ports("past", new Shape.Sequence(1)).inputs(), TARGETS, TARGETS * STEPS, Map.of("past", 4));
  }

  private static GraphSpec quantiles(Optional<String> skip) {
    Quantiles head = new Quantiles(List.of("cell"), List.of(0.1, 0.5, 0.9, 0.95), skip, PLAIN);
    Linear linear = new Linear(List.of("past"), OptionalInt.empty(), OptionalInt.empty(), PLAIN);
    return skip.isEmpty()
        ? spec("cell", rnn(3, "past"), "output", head)
        : spec("cell", rnn(3, "past"), "linear", linear, "output", head);
  }

  private static INDArray past() {
    return Nd4j.createFromArray(new double[][][] {{{1, -2, 3, -4}}, {{0.5, 0, 0, 2}}}); // [b, 1, t]
  }

  @Test
  void quantilesNeverCross() {
    ComputationGraph graph = exact(quantiles(Optional.empty()), window());
    graph.getParam("output-linear_W").muli(200); // raw numbers far beyond what softplus can add up
    INDArray output = graph.output(past())[0]; // [b, targets * levels, t]
    assertThat(output.amaxNumber().doubleValue()).isGreaterThan(50);
    for (int b = 0; b < 2; b++) {
      for (int t = 0; t < STEPS; t++) {
        for (int i = 0; i < TARGETS; i++) {
          for (int level = 1; level < 4; level++) {
            assertThat(output.getDouble(b, 4 * i + level, t))
                .isGreaterThanOrEqualTo(output.getDouble(b, 4 * i + level - 1, t));
          }
        }
      }
    }
  }

  @Test
  void aFlatSkipMovesAllLevelsOfItsTargetAndStep() {
    ComputationGraph graph = exact(quantiles(Optional.of("linear")), window());
    INDArray before = graph.output(past())[0]; // [b, targets * levels, t]
    int target = 1;
    int step = 2;
    graph.getParam("linear_b").putScalar(target * STEPS + step, 10);
    INDArray moved = graph.output(past())[0].sub(before);
    for (int channel = 0; channel < 4 * TARGETS; channel++) {
      for (int t = 0; t < STEPS; t++) {
        double expected = channel / 4 == target && t == step ? 10 : 0;
        assertThat(moved.getDouble(0, channel, t)).isCloseTo(expected, within(1e-9));
      }
    }
  }

  @Test
  void linearLeavesOutMaskedStepsWhereverTheyAre() {
    GraphSpec spec =
        spec(
            "linear",
            new Linear(List.of("past"), OptionalInt.of(3), OptionalInt.of(3), PLAIN),
            "output",
            regression("linear"));
    ComputationGraph graph = exact(spec, window());
    graph.getParam("linear_W").assign(Nd4j.eye(3).castTo(DataType.DOUBLE));
    INDArray mask = Nd4j.createFromArray(new double[][] {{1, 0, 1, 0}, {1, 1, 1, 1}}); // [b, t]
    graph.setLayerMaskArrays(new INDArray[] {mask}, null);
    INDArray read = graph.feedForward(new INDArray[] {past()}, false).get("linear"); // [b, 3]
    assertThat(read.getRow(0).toDoubleVector()).containsExactly(1, 0, 3);
    assertThat(read.getRow(1).toDoubleVector()).containsExactly(0, 0, 2);
  }
}
