package org.unroll.core.layer.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CrossEntropyTest {
  private static final INDArray LABELS = Nd4j.createFromArray(new double[][] {{0, 1, 0}});
  private static final INDArray LOGITS = Nd4j.createFromArray(new double[][] {{0.5, 1.5, -1}});

  private static double score(double smoothing, double... weights) {
    return new CrossEntropy(weights, smoothing)
        .computeScore(LABELS, LOGITS, new ActivationSoftmax(), null, false);
  }

  private static double logProbability(int c) {
    double[] logits = {0.5, 1.5, -1};
    double sum = Math.exp(0.5) + Math.exp(1.5) + Math.exp(-1);
    return logits[c] - Math.log(sum);
  }

  @Test
  void plainIsMinusTheLogProbability() {
    assertThat(score(0)).isCloseTo(-logProbability(1), within(1e-9));
  }

  @Test
  void smoothingSpreadsTheLabel() {
    double rest = 0.3 / 3;
    double expected =
        -(rest * logProbability(0) + (0.7 + rest) * logProbability(1) + rest * logProbability(2));
    assertThat(score(0.3)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void weightsMultiplyTheirClass() {
    assertThat(score(0, 1, 4, 1)).isCloseTo(-4 * logProbability(1), within(1e-9));
  }

  private static final double[][] ROWS = {{0.5, 1.5, -1, 2}, {0, 0.25, 3, -2}, {1, 1, 0, -1}};
  private static final INDArray NUMBERS = Nd4j.createFromArray(new double[][] {{3}, {0}, {1}});
  private static final INDArray MASK = Nd4j.createFromArray(new double[][] {{1}, {1}, {0}});

  static Stream<CrossEntropy> losses() {
    double[] weights = {1, 0.5, 2, 3};
    return Stream.of(
        new CrossEntropy(new double[0], 0),
        new CrossEntropy(new double[0], 0.2),
        new CrossEntropy(weights, 0),
        new CrossEntropy(weights, 0.2));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void classNumbersAreShortForOneHotLabels(CrossEntropy loss) {
    INDArray oneHot =
        Nd4j.createFromArray(new double[][] {{0, 0, 0, 1}, {1, 0, 0, 0}, {0, 1, 0, 0}});
    Pair<Double, INDArray> numbers = both(loss, NUMBERS, DataType.DOUBLE);
    Pair<Double, INDArray> distributions = both(loss, oneHot, DataType.DOUBLE);
    assertThat(numbers.getFirst()).isCloseTo(distributions.getFirst(), within(1e-12));
    assertThat(numbers.getSecond()).isEqualTo(distributions.getSecond());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void thePassOverFloatsGivesWhatDoublesDo(CrossEntropy loss) {
    Pair<Double, INDArray> exact = both(loss, NUMBERS, DataType.DOUBLE);
    Pair<Double, INDArray> fast = both(loss, NUMBERS, DataType.FLOAT);
    assertThat(fast.getFirst()).isCloseTo(exact.getFirst(), within(1e-5));
    assertThat(fast.getSecond().castTo(DataType.DOUBLE).distance2(exact.getSecond()))
        .isLessThan(1e-6);
  }

  private static Pair<Double, INDArray> both(CrossEntropy loss, INDArray labels, DataType type) {
    return loss.computeGradientAndScore(
        labels.castTo(type),
        Nd4j.createFromArray(ROWS).castTo(type),
        new ActivationSoftmax(),
        MASK.castTo(type),
        false);
  }
}
