package org.unroll.core.layer.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquashTest {
  private static float tanh(float x) {
    float[] one = {x};
    Squash.tanh(one, 1);
    return one[0];
  }

  private static float sigmoid(float x) {
    float[] one = {x};
    Squash.sigmoid(one, 1);
    return one[0];
  }

  @Test
  void areThoseOfJavaButForRounding() {
    for (float x = -30; x < 30; x += 0.0037f) {
      double exact = Math.tanh(x);
      assertThat((double) tanh(x)).isCloseTo(exact, within(5e-7 * Math.abs(exact)));
      assertThat((double) sigmoid(x)).isCloseTo(1 / (1 + Math.exp(-x)), within(4e-7));
    }
  }

  @Test
  void areOddAndBounded() {
    assertThat(tanh(0)).isZero();
    assertThat(tanh(1e-20f)).isEqualTo(1e-20f);
    assertThat(tanh(-0.7f)).isEqualTo(-tanh(0.7f));
    assertThat(tanh(Float.POSITIVE_INFINITY)).isLessThanOrEqualTo(1).isGreaterThan(0.999999f);
    assertThat(tanh(Float.NEGATIVE_INFINITY)).isGreaterThanOrEqualTo(-1);
    assertThat(sigmoid(-100)).isBetween(0f, 1e-6f);
  }

  @Test
  void whatIsNoNumberStaysNone() {
    assertThat(tanh(Float.NaN)).isNaN();
    assertThat(sigmoid(Float.NaN)).isNaN();
  }

  @Test
  void onlyTheFirstNumbersChange() {
    float[] three = {1, 1, 1};
    Squash.tanh(three, 2);
    assertThat(three[2]).isEqualTo(1);
    assertThat(three[1]).isEqualTo(three[0]).isLessThan(1);
  }
}
