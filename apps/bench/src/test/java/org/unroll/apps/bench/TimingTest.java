package org.unroll.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void theMedianIsTheMiddleValue() {
    assertThat(Timing.median(9, 1, 5)).isEqualTo(5);
    assertThat(Timing.median(7)).isEqualTo(7);
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(Timing.median(100, 1, 4, 2)).isEqualTo(3);
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> Timing.median(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachColumnHasItsOwnMedian() {
    List<Timing> rounds = List.of(new Timing(1, 30), new Timing(3, 10), new Timing(2, 20));
    assertThat(Timing.median(rounds)).isEqualTo(new Timing(2, 20));
  }

  @Test
  void aGeometricMeanBalancesAHalfAndADouble() {
    assertThat(Timing.geometricMean(List.of(0.5, 2.0))).isCloseTo(1, within(1e-12));
    assertThat(Timing.geometricMean(List.of(0.1, 0.9))).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void theBestIsThatOfEachColumn() {
    assertThat(Timing.best(List.of(new Timing(1, 30), new Timing(3, 10))))
        .isEqualTo(new Timing(1, 10));
  }

  @Test
  void aRatioBelowOneIsFaster() {
    assertThat(new Timing(1, 3).by(new Timing(2, 1))).isEqualTo(new Timing(0.5, 3));
  }
}
