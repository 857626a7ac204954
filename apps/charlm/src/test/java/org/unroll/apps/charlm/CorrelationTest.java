package org.unroll.apps.charlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTest {
  @Test
  void isPearsons() {
    Correlation correlation = new Correlation(3);
    double[] signal = {1, 2, 3, 5};
    float[][] values = {{9, 2, 8, 1}, {9, 4, 6, 1}, {9, 6, 4, 1}, {9, 10, 1, 1}};
    for (int i = 0; i < signal.length; i++) {
      correlation.add(values[i], 1, signal[i]);
    }
    assertThat(correlation.of(0)).isCloseTo(1, within(1e-12));
    assertThat(correlation.of(1)).isCloseTo(-0.9968, within(1e-4)); // by hand
    assertThat(correlation.of(2)).isZero();
    assertThat(correlation.best()).isZero();
  }

  @Test
  void theStrongestMayBeNegative() {
    Correlation correlation = new Correlation(2);
    for (int i = 0; i < 10; i++) {
      correlation.add(new float[] {i % 3, -i}, 0, i);
    }
    assertThat(correlation.best()).isEqualTo(1);
    assertThat(correlation.of(1)).isCloseTo(-1, within(1e-12));
  }

  /** Rounding of large numbers is no correlation. */
  @Test
  void whatStandsStillFollowsNothing() {
    Correlation correlation = new Correlation(2);
    Correlation still = new Correlation(1);
    for (int i = 0; i < 50_000; i++) {
      correlation.add(new float[] {123.4567f, 123.4567f + 1e-3f * (i % 2)}, 0, i % 7);
      still.add(new float[] {i % 5}, 0, 0.1);
    }
    assertThat(correlation.of(0)).isZero();
    assertThat(Math.abs(correlation.of(1))).isLessThan(0.001);
    assertThat(still.of(0)).isZero();
    assertThat(new Correlation(1).of(0)).isZero();
  }
}
