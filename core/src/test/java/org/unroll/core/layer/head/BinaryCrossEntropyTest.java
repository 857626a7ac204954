package org.unroll.core.layer.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Against the definition, written down plainly: -(w y ln p + (1 - y) ln(1 - p)). */
class BinaryCrossEntropyTest {
  private static final double[] WEIGHTS = {1, 0.5, 3};
  private static final double[][] LOGITS = {{0.5, -1.5, 2}, {0, 3, -0.25}, {1, 2, 3}};
  private static final double[][] TRUTH = {{1, 0, 1}, {0, 1, 0}, {1, 1, 1}};
  private static final double[][] COUNTS = {{1}, {0.5}, {0}};

  static Stream<BinaryCrossEntropy> losses() {
    return Stream.of(
        new BinaryCrossEntropy(new double[0], 0),
        new BinaryCrossEntropy(new double[] {1, 1, 1}, 0.2),
        new BinaryCrossEntropy(WEIGHTS, 0),
        new BinaryCrossEntropy(WEIGHTS, 0.2));
  }

  private static double[] weights(BinaryCrossEntropy loss) {
    return loss.toString().contains("3.0") ? WEIGHTS : new double[] {1, 1, 1};
  }

  private static double smoothing(BinaryCrossEntropy loss) {
    return loss.toString().contains("0.2") ? 0.2 : 0;
  }

  /** The sum over the rows. */
  private static double plain(BinaryCrossEntropy loss, double[][] logits) {
    double sum = 0;
    for (int row = 0; row < logits.length; row++) {
      for (int label = 0; label < 3; label++) {
        double y = TRUTH[row][label] * (1 - smoothing(loss)) + 0.5 * smoothing(loss);
        double p = 1 / (1 + Math.exp(-logits[row][label]));
        double cost = weights(loss)[label] * y * Math.log(p) + (1 - y) * Math.log(1 - p);
        sum -= COUNTS[row][0] * cost / 3;
      }
    }
    return sum;
  }

  private static INDArray array(double[][] values, DataType type) {
    return Nd4j.createFromArray(values).castTo(type);
  }

  private static Pair<Double, INDArray> both(BinaryCrossEntropy loss, DataType type) {
    return loss.computeGradientAndScore(
        array(TRUTH, type),
        array(LOGITS, type),
        new ActivationSigmoid(),
        array(COUNTS, type),
        false);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void theMeanOverTheLabelsTheSumOverTheRows(BinaryCrossEntropy loss) {
    double expected = plain(loss, LOGITS);
    assertThat(both(loss, DataType.DOUBLE).getFirst()).isCloseTo(expected, within(1e-12));
    assertThat(both(loss, DataType.FLOAT).getFirst()).isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void theGradientIsTheSlope(BinaryCrossEntropy loss) {
    INDArray exact = both(loss, DataType.DOUBLE).getSecond();
    INDArray single = both(loss, DataType.FLOAT).getSecond();
    for (int row = 0; row < 3; row++) {
      for (int label = 0; label < 3; label++) {
        double slope = slope(loss, row, label);
        assertThat(exact.getDouble(row, label)).isCloseTo(slope, within(1e-8));
        assertThat(single.getDouble(row, label)).isCloseTo(slope, within(1e-6));
      }
    }
  }

  private static double slope(BinaryCrossEntropy loss, int row, int label) {
    double step = 1e-5;
    double[][] moved = array(LOGITS, DataType.DOUBLE).toDoubleMatrix();
    moved[row][label] += step;
    double right = plain(loss, moved);
    moved[row][label] -= 2 * step;
    return (right - plain(loss, moved)) / (2 * step);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void scoresOfRowsAreTheirShares(BinaryCrossEntropy loss) {
    INDArray mask = array(COUNTS, DataType.DOUBLE);
    INDArray rows =
        loss.computeScoreArray(
            array(TRUTH, DataType.DOUBLE), array(LOGITS, DataType.DOUBLE), null, mask);
    assertThat(rows.shape()).containsExactly(3, 1);
    assertThat(rows.getDouble(2)).isZero();
    assertThat(rows.sumNumber().doubleValue()).isCloseTo(plain(loss, LOGITS), within(1e-12));
  }

  /** Beyond what a probability in single precision can tell from 1. */
  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void largeLogitsCostWhatTheyAre(DataType type) {
    BinaryCrossEntropy loss = new BinaryCrossEntropy(new double[0], 0);
    INDArray labels = array(new double[][] {{0, 1, 0, 1}}, type);
    INDArray logits = array(new double[][] {{90, -1e4, -90, 1e4}}, type);
    Pair<Double, INDArray> both = loss.computeGradientAndScore(labels, logits, null, null, false);
    assertThat(both.getFirst()).isCloseTo((90 + 1e4) / 4, within(1e-9));
    double[] gradient = both.getSecond().toDoubleVector();
    assertThat(gradient).containsExactly(new double[] {0.25, -0.25, 0, 0}, within(1e-12));
  }

  @Test
  void manyLabelsAreAddedUpInOneLogarithm() {
    int labels = 5000;
    Random random = new Random(1);
    double[][] logits = new double[1][labels];
    double expected = 0;
    for (int label = 0; label < labels; label++) {
      logits[0][label] = random.nextGaussian();
      expected += Math.log1p(Math.exp(logits[0][label])) / labels;
    }
    INDArray none = Nd4j.zeros(DataType.DOUBLE, 1, labels);
    double score =
        new BinaryCrossEntropy(new double[0], 0)
            .computeScore(none, array(logits, DataType.DOUBLE), null, null, false);
    assertThat(score).isCloseTo(expected, within(1e-12));
  }

  @Test
  void oneWeightIsForAll() {
    BinaryCrossEntropy one = new BinaryCrossEntropy(new double[] {3}, 0);
    BinaryCrossEntropy each = new BinaryCrossEntropy(new double[] {3, 3, 3}, 0);
    assertThat(both(one, DataType.DOUBLE)).isEqualTo(both(each, DataType.DOUBLE));
  }

  @Test
  void whatIsMaskedMayBeNoNumber() {
    double[][] logits = {LOGITS[0], LOGITS[1], {Double.NaN, Double.POSITIVE_INFINITY, 0}};
    double[][] truth = {TRUTH[0], TRUTH[1], {Double.NaN, 7, -1}};
    BinaryCrossEntropy loss = new BinaryCrossEntropy(WEIGHTS, 0.2);
    Pair<Double, INDArray> both =
        loss.computeGradientAndScore(
            array(truth, DataType.FLOAT),
            array(logits, DataType.FLOAT),
            null,
            array(COUNTS, DataType.FLOAT),
            false);
    assertThat(both).isEqualTo(both(loss, DataType.FLOAT));
  }

  @Test
  void classNumbersAreNoLabels() {
    BinaryCrossEntropy loss = new BinaryCrossEntropy(new double[0], 0);
    INDArray numbers = Nd4j.zeros(3, 1);
    INDArray logits = array(LOGITS, DataType.FLOAT);
    assertThatThrownBy(() -> loss.computeScore(numbers, logits, null, null, false))
        .hasMessageContaining("labels [3, 1] for logits [3, 3]");
  }
}
