package org.unroll.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.unroll.core.graph.TinyGraphs.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.engine.Replicas;
import org.unroll.core.engine.Threads;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.SkipPath;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.harness.Distance;

/**
 * A head whose classes weigh differently and shall not flicker, and frames without a label in the
 * middle of a sequence: against the loss as Farha &amp; Gall (CVPR 2019) write it, computed from
 * the graph's output.
 */
class SmoothStepsIT {
  private static final double SMOOTH = 0.4;
  private static final double[] WEIGHTS = {0.5, 1, 3};

  private final ComputationGraph graph = exact(spec(), frames());
  private final TinyBatch batch = unlabelled(graph);

  @BeforeAll
  static void useDouble() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterAll
  static void useFloat() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  private static GraphSpec spec() {
    return TinyGraphs.spec(
        "cell",
        lstm(4, "frames"),
        "output",
        new Softmax(
            List.of("cell"),
            List.of(0.5, 1.0, 3.0),
            0,
            SMOOTH,
            Optional.empty(),
            SkipPath.NONE,
            PLAIN));
  }

  /** With large logits, so that some changes are cut, and labels missing in the middle. */
  private static TinyBatch unlabelled(ComputationGraph graph) {
    graph.getParam("output_W").muli(8);
    TinyBatch all = TinyBatch.of(frames(), graph, true, "frames").withClassNumbers();
    INDArray mask = all.labelMasks()[0].dup(); // [b, t], lengths 5, 2, 4 and 1
    mask.putScalar(0, 2, 0);
    mask.putScalar(2, 0, 0);
    return new TinyBatch(
        all.inputs(), all.masks(), all.lengths(), all.labels(), new INDArray[] {mask});
  }

  /** The sum over the frames with a label; the step before of each is taken from {@code before}. */
  private double loss(INDArray output, INDArray before) {
    INDArray mask = batch.labelMasks()[0];
    double sum = 0;
    for (int b = 0; b < mask.size(0); b++) {
      for (int t = 0; t < mask.size(1); t++) {
        if (mask.getDouble(b, t) == 1) {
          int truth = batch.labels()[0].getInt(b, 0, t);
          sum -= WEIGHTS[truth] * Math.log(output.getDouble(b, truth, t));
          if (t > 0 && mask.getDouble(b, t - 1) == 1) {
            sum += SMOOTH * truncatedError(output, before, b, t);
          }
        }
      }
    }
    return sum;
  }

  private static double truncatedError(INDArray output, INDArray before, int b, int t) {
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      double change = Math.log(output.getDouble(b, c, t)) - Math.log(before.getDouble(b, c, t - 1));
      sum += Math.min(change * change, 16);
    }
    return sum / CLASSES;
  }

  @Test
  void theScoreIsTheLossOfThePaper() {
    INDArray output = batch.output(graph);
    double expected = loss(output, output);
    assertThat(batch.score(graph) * batch.examples()).isCloseTo(expected, within(1e-9));
    assertThat(graph.score(batch.data()) * batch.examples()).isCloseTo(expected, within(1e-9));
    INDArray each = graph.scoreExamples(batch.data(), false);
    assertThat(each.sumNumber().doubleValue()).isCloseTo(expected, within(1e-9));
    INDArray logs = Transforms.log(output); // [b, classes, t]
    double largest = logs.maxNumber().doubleValue() - logs.minNumber().doubleValue();
    assertThat(largest).as("some changes are cut").isGreaterThan(4);
  }

  @Test
  void aStepMinimisesTheMeanOverTheLabels() {
    INDArray output = batch.output(graph);
    double mean = loss(output, output) / batch.labelMasks()[0].sumNumber().doubleValue();
    try (Replicas replicas = new Replicas(graph, new Threads(2, 1))) {
      Engine engine = Engine.local(replicas, OptionalDouble.empty());
      double step = engine.step(new Batch(batch.data(), new int[batch.examples()]));
      assertThat(step).isCloseTo(mean, within(1e-9));
    }
  }

  /** Each parameter array is moved along a random direction; the steps before stay as they were. */
  @Test
  void theGradientTakesTheStepBeforeForAConstant() {
    INDArray before = batch.output(graph).dup();
    batch.gradient(graph);
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    graph.gradient().gradientForVariable().forEach((name, g) -> gradients.put(name, g.dup()));
    gradients.forEach(
        (name, gradient) -> {
          INDArray direction = Nd4j.randn(DataType.DOUBLE, gradient.shape());
          double slope = slope(before, name, direction);
          double expected = gradient.mul(direction).sumNumber().doubleValue();
          assertThat(slope).as(name).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        });
  }

  private double slope(INDArray before, String parameter, INDArray direction) {
    double step = 1e-6;
    INDArray values = graph.getParam(parameter);
    INDArray original = values.dup();
    values.addi(direction.mul(step));
    double right = loss(batch.output(graph), before);
    values.assign(original).subi(direction.mul(step));
    double left = loss(batch.output(graph), before);
    values.assign(original);
    return (right - left) / (2 * step);
  }

  @Test
  void labelsThatAreMaskedChangeNothing() {
    INDArray labels = batch.labels()[0].dup(); // [b, 1, t]
    INDArray mask = batch.labelMasks()[0];
    for (int b = 0; b < mask.size(0); b++) {
      for (int t = 0; t < mask.size(1); t++) {
        if (mask.getDouble(b, t) == 0) {
          labels.putScalar(b, 0, t, (labels.getInt(b, 0, t) + 1) % CLASSES);
        }
      }
    }
    TinyBatch other =
        new TinyBatch(
            batch.inputs(),
            batch.masks(),
            batch.lengths(),
            new INDArray[] {labels},
            batch.labelMasks());
    assertThat(other.score(graph)).isEqualTo(batch.score(graph));
    assertThat(Distance.between(other.gradient(graph), batch.gradient(graph))).isLessThan(1e-12);
  }

  @Test
  void aGraphSavedBeforeThereWasTheKeyCanBeRead() {
    ComputationGraphConfiguration plain =
        exact(TinyGraphs.spec("output", softmax("frames")), frames()).getConfiguration();
    String json = plain.toJson();
    String older = json.replaceAll("\"smooth\" : 0.0,\\s*|,\\s*\"smooth\" : 0.0", "");
    assertThat(json).contains("smooth");
    assertThat(older).doesNotContain("smooth");
    assertThat(ComputationGraphConfiguration.fromJson(older)).isEqualTo(plain);
  }
}
