package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.unroll.core.graph.TinyGraphs.*;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.Directions;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.SkipPath;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.harness.Distance;

/** What must hold for every kind of node and every option, in double precision. */
class GraphMaskIT {
  @BeforeAll
  static void useDouble() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterAll
  static void useFloat() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  /** Each parameter array is moved along a random direction; the score must follow the gradient. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("org.unroll.core.graph.GraphCases#differentiable")
  void gradientsAreThoseOfTheScore(GraphCases.Case tiny) {
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
    double right = graph.score(batch.data(), true);
    values.assign(original).subi(direction.mul(step));
    double left = graph.score(batch.data(), true);
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
            "output",
                new Softmax(
                    List.of("end"), List.of(), 0, 0, Optional.empty(), SkipPath.NONE, l2(0.05)));
    GraphCases.Case tiny = new GraphCases.Case(TinyGraphs.frames(), spec);
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
  @MethodSource("org.unroll.core.graph.GraphCases#independent")
  void paddedExamplesAreAsAlone(GraphCases.Case tiny) {
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
  @MethodSource("org.unroll.core.graph.GraphCases#all")
  void aMaskOfOnesChangesNothingForOneExampleOfOneStep(GraphCases.Case tiny) {
    ComputationGraph graph = tiny.graph();
    TinyBatch alone = tiny.batch(graph).alone(3);
    assertSame(alone.withFullMasks().output(graph), alone.output(graph));
    assertSame(alone.withFullMasks().gradient(graph), alone.gradient(graph));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.unroll.core.graph.GraphCases#all")
  void garbageInMaskedStepsChangesNothing(GraphCases.Case tiny) {
    ComputationGraph graph = tiny.graph();
    TinyBatch batch = tiny.batch(graph);
    TinyBatch spoilt = batch.withGarbage();
    boolean padded = batch.masks()[0] != null;
    assertThat(spoilt.inputs()[0].equals(batch.inputs()[0])).isNotEqualTo(padded);
    INDArray mask = batch.labelMasks()[0];
    assertSame(visible(spoilt.output(graph), mask), visible(batch.output(graph), mask));
    assertSame(spoilt.gradient(graph), batch.gradient(graph));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.unroll.core.graph.GraphCases#all")
  void aSavedGraphGivesTheSameOutput(GraphCases.Case tiny) throws IOException {
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
