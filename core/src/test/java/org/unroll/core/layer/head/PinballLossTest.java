package org.unroll.core.layer.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PinballLossTest {
  private static final PinballLoss LOSS = new PinballLoss(new double[] {0.1, 0.5, 0.9});
  private static final INDArray LABELS = Nd4j.createFromArray(new double[][] {{1, -2}, {4, 0}});
  private static final INDArray OUTPUT =
      Nd4j.createFromArray(new double[][] {{0, 1.5, 3, -3, -1, 0}, {1, 2, 3, 1, 2, 3}});

  /** 0.1 * 1, 0.5 * 0.5, 0.1 * 2; 0.1 * 1, 0.5 * 1, 0.1 * 2. */
  private static final double FIRST = (0.1 + 0.25 + 0.2 + 0.1 + 0.5 + 0.2) / 6;

  /** 0.1 * 3, 0.5 * 2, 0.9 * 1; 0.9 * 1, 0.5 * 2, 0.1 * 3. */
  private static final double SECOND = (0.3 + 1 + 0.9 + 0.9 + 1 + 0.3) / 6;

  @Test
  void theMeanOverTargetsAndLevelsTheSumOverRows() {
    assertThat(LOSS.computeScore(LABELS, OUTPUT, new ActivationIdentity(), null, false))
        .isCloseTo(FIRST + SECOND, within(1e-12));
    assertThat(LOSS.computeScore(LABELS, OUTPUT, new ActivationIdentity(), null, true))
        .isCloseTo((FIRST + SECOND) / 2, within(1e-12));
  }

  @Test
  void maskedRowsDoNotCount() {
    INDArray mask = Nd4j.createFromArray(new double[][] {{0}, {1}}); // [rows, 1]
    assertThat(LOSS.computeScore(LABELS, OUTPUT, new ActivationIdentity(), mask, false))
        .isCloseTo(SECOND, within(1e-12));
    INDArray gradient = LOSS.computeGradient(LABELS, OUTPUT, new ActivationIdentity(), mask);
    assertThat(gradient.getRow(0).amaxNumber().doubleValue()).isZero();
    double[] expected = {-0.1 / 6, -0.5 / 6, -0.9 / 6, 0.9 / 6, 0.5 / 6, 0.1 / 6};
    assertThat(gradient.getRow(1).toDoubleVector()).containsExactly(expected, within(1e-12));
  }
}
