package org.unroll.core.layer.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class StepSmoothnessTest {
  private static final double WEIGHT = 0.3;

  /** Two sequences in turn: 1/2 1/2, 1/4 3/4, 1/4 3/4 and 1/2 1/2, 1 to e^6, 1/2 1/2. */
  private static final double[][] LOGITS = {
    {5, 5}, {0, 0}, {0, Math.log(3)}, {0, 6}, {-2, Math.log(3) - 2}, {1, 1}
  };

  private static StepSmoothness of(double[][] logits, double... mask) {
    return of(DataType.DOUBLE, logits, mask);
  }

  private static StepSmoothness of(DataType type, double[][] logits, double... mask) {
    Optional<INDArray> counts =
        mask.length == 0
            ? Optional.empty()
            : Optional.of(Nd4j.createFromArray(mask).reshape(mask.length, 1).castTo(type));
    return new StepSmoothness(WEIGHT, 2, Nd4j.createFromArray(logits).castTo(type), counts);
  }

  /** Changes of more than 4 cost 16: here of the first class from ln 1/2 to -6.0025. */
  @Test
  void theMeanOverTheClassesOfTheSquaredChange() {
    double second = Math.pow(Math.log(0.5), 2) + Math.pow(Math.log(1.5), 2);
    double far = 16 + Math.pow(Math.log(0.5) + Math.log1p(Math.exp(-6)), 2);
    double[] expected = {0, 0, WEIGHT / 2 * second, WEIGHT / 2 * far, 0, WEIGHT / 2 * far};
    assertThat(of(LOGITS).losses()).containsExactly(expected, within(1e-12));
  }

  @Test
  void aMaskedStepHasNoNeighbours() {
    double[][] garbage = LOGITS.clone();
    garbage[2] = new double[] {Double.NaN, 1e30};
    StepSmoothness masked = of(garbage, 1, 1, 0, 1, 1, 1);
    assertThat(masked.losses()[2]).isZero();
    assertThat(masked.losses()[3]).isEqualTo(of(LOGITS).losses()[3]);
    assertThat(masked.losses()[4]).isZero();
    assertThat(masked.gradient().sumNumber().doubleValue()).isCloseTo(0, within(1e-12));
  }

  /** The logits of one step are moved; what the next one costs by that does not count. */
  @Test
  void theGradientTakesTheStepBeforeForAConstant() {
    double step = 1e-6;
    INDArray gradient = of(LOGITS).gradient();
    for (int row = 0; row < LOGITS.length; row++) {
      for (int number = 0; number < 2; number++) {
        double slope = (moved(row, number, step) - moved(row, number, -step)) / (2 * step);
        assertThat(gradient.getDouble(row, number)).isCloseTo(slope, within(1e-8));
      }
    }
    assertThat(gradient.getRow(0).amaxNumber().doubleValue()).isZero();
    assertThat(gradient.getRow(3).amaxNumber().doubleValue()).isGreaterThan(1e-4);
  }

  private static double moved(int row, int number, double by) {
    double[][] logits = new double[LOGITS.length][];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = LOGITS[i].clone();
    }
    logits[row][number] += by;
    return of(logits).losses()[row];
  }

  @Test
  void floatsGiveWhatDoublesDo() {
    StepSmoothness exact = of(LOGITS, 1, 1, 1, 1, 1, 0);
    StepSmoothness fast = of(DataType.FLOAT, LOGITS, 1, 1, 1, 1, 1, 0);
    assertThat(fast.losses()).containsExactly(exact.losses(), within(1e-5));
    assertThat(fast.gradient().dataType()).isEqualTo(DataType.FLOAT);
    assertThat(fast.gradient().castTo(DataType.DOUBLE).distance2(exact.gradient()))
        .isLessThan(1e-6);
  }
}
