package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LevelsTest {
  private static Levels levels(Double... values) {
    return new Levels(List.of(values));
  }

  /** Of a forecast whose levels are 100, 200, … */
  private static double point(Double... values) {
    return levels(values).point(level -> 100 * (level + 1));
  }

  @Test
  void thePointIsTheMedianWhereThereIsOne() {
    assertThat(point()).isEqualTo(100);
    assertThat(point(0.1, 0.5, 0.9)).isEqualTo(200);
    assertThat(point(0.5)).isEqualTo(100);
    assertThat(point(0.5, 0.9)).isEqualTo(100);
    assertThat(point(0.1, 0.2, 0.5)).isEqualTo(300);
  }

  @Test
  void betweenTwoLevelsItIsOnTheStraightLine() {
    assertThat(point(0.1, 0.9)).isCloseTo(150, within(1e-9));
    assertThat(point(0.4, 0.8)).isCloseTo(125, within(1e-9));
    assertThat(point(0.05, 0.1, 0.45, 0.55, 0.9)).isCloseTo(350, within(1e-9));
  }

  @Test
  void onOneSideOfTheMedianItIsTheNearestLevel() {
    assertThat(point(0.1, 0.25, 0.45)).isEqualTo(300);
    assertThat(point(0.6, 0.9)).isEqualTo(100);
    assertThat(point(0.9)).isEqualTo(100);
    assertThat(point(0.1)).isEqualTo(100);
  }

  @Test
  void aPointAStep() {
    double[][] forecast = {{1, 2, Double.NaN}, {3, 6, 1}};

    assertThat(levels(0.1, 0.9).point(forecast)).containsExactly(2, 4, Double.NaN);
    assertThat(levels(0.5, 0.9).point(forecast)).containsExactly(1, 2, Double.NaN);
  }

  @Test
  void theLevelNearestToTheMedian() {
    assertThat(levels(0.1, 0.5, 0.9).nearest()).isEqualTo(1);
    assertThat(levels(0.1, 0.9).nearest()).isZero();
    assertThat(levels(0.4, 0.8, 0.9).nearest()).isZero();
    assertThat(levels(0.1, 0.45).nearest()).isEqualTo(1);
  }

  @Test
  void aNameForEachNumber() {
    assertThat(levels(0.025, 0.9).names()).containsExactly("0.025", "0.9");
    assertThat(Levels.NONE.names()).containsExactly("0.5").hasSize(Levels.NONE.count());
    assertThat(Levels.NONE.holdMedian()).isTrue();
    assertThat(levels(0.1, 0.9).holdMedian()).isFalse();
  }

  @Test
  void levelsAscend() {
    assertThatThrownBy(() -> levels(0.9, 0.1)).hasMessageContaining("[0.9, 0.1]");
  }
}
