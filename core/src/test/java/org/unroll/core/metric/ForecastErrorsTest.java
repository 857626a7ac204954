package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Numbers worked out by hand. */
class ForecastErrorsTest {
  private static final Offset<Double> WITHIN = Offset.offset(1e-12);

  private static ForecastErrors points(int day, double... seasonalErrors) {
    return new ForecastErrors(Levels.NONE, seasonalErrors, day);
  }

  @Test
  void pointErrorsOfOneWindow() {
    ForecastErrors errors = points(0, 4.0);
    errors.add(0, new double[] {10, 20}, new double[][] {{12, 16}});
    Map<String, Double> metrics = errors.metrics();

    assertThat(metrics.get("mae")).isCloseTo(3, WITHIN);
    assertThat(metrics.get("mse")).isCloseTo(10, WITHIN);
    assertThat(metrics.get("rmse")).isCloseTo(Math.sqrt(10), WITHIN);
    assertThat(metrics.get("mape")).isCloseTo(20, WITHIN);
    assertThat(metrics.get("smape")).isCloseTo((200 * 2 / 22.0 + 200 * 4 / 36.0) / 2, WITHIN);
    assertThat(metrics.get("mase")).isCloseTo(0.75, WITHIN);
    assertThat(metrics.get("nd")).isCloseTo(0.2, WITHIN);
    assertThat(metrics.get("r2")).isCloseTo(1 - 20 / 50.0, WITHIN);
    assertThat(metrics).doesNotContainKeys("pinball", "coverage-80", "peak-mae");
  }

  @Test
  void missingTruthsAreLeftOut() {
    ForecastErrors errors = points(2, 1.0);
    errors.add(0, new double[] {10, Double.NaN}, new double[][] {{13, 99}});

    assertThat(errors.count()).isEqualTo(1);
    assertThat(errors.metrics().get("mae")).isCloseTo(3, WITHIN);
    assertThat(errors.metrics()).doesNotContainKeys("peak-mae", "r2");
  }

  @Test
  void zerosHaveNoPercentageAndAreCounted() {
    ForecastErrors errors = points(0, Double.NaN);
    errors.add(0, new double[] {0, 10}, new double[][] {{0, 11}});

    assertThat(errors.zeros()).isEqualTo(1);
    assertThat(errors.metrics().get("mape")).isCloseTo(10, WITHIN);
    assertThat(errors.metrics().get("smape")).isCloseTo(200 / 21.0 / 2, WITHIN);
    assertThat(errors.metrics()).doesNotContainKey("mase");
  }

  /** Both are at their greatest here, and rounding must not carry them beyond it. */
  @Test
  void percentagesKeepToTheirScale() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      double value = 100 * random.nextDouble();
      ForecastErrors errors = points(0, Double.NaN);
      errors.add(0, new double[] {value}, new double[][] {{0}});

      assertThat(errors.metrics().get("smape")).isEqualTo(200);
      assertThat(errors.metrics().get("mape")).isEqualTo(100);
    }
  }

  @Test
  void seriesCountAlikeHoweverManyWindowsTheyHave() {
    ForecastErrors errors = points(0, 1, 2);
    errors.add(0, new double[] {10}, new double[][] {{11}});
    errors.add(0, new double[] {10}, new double[][] {{11}});
    errors.add(1, new double[] {10}, new double[][] {{14}});

    assertThat(errors.metrics().get("mase")).isCloseTo((1 + 2) / 2.0, WITHIN);
    assertThat(errors.metrics().get("smape")).isCloseTo((200 / 21.0 + 200 * 4 / 24.0) / 2, WITHIN);
    assertThat(errors.metrics().get("mae")).isCloseTo(2, WITHIN);
  }

  @Test
  void quantilesAndTheirBand() {
    ForecastErrors errors =
        new ForecastErrors(new Levels(List.of(0.1, 0.5, 0.9)), new double[] {1}, 0);
    errors.add(0, new double[] {10, 20}, new double[][] {{8, 21}, {11, 22}, {12, 23}});
    Map<String, Double> metrics = errors.metrics();

    double first = 0.1 * 2 + 0.5 * 1 + 0.1 * 2;
    double second = 0.9 * 1 + 0.5 * 2 + 0.1 * 3;
    assertThat(metrics.get("pinball")).isCloseTo((first + second) / 6, WITHIN);
    assertThat(metrics.get("coverage-80")).isCloseTo(0.5, WITHIN);
    assertThat(metrics.get("mae")).isCloseTo(1.5, WITHIN);
  }

  @Test
  void withoutTheMedianErrorsAreOfThePointAndWithoutABandThereIsNoCoverage() {
    Levels levels = new Levels(List.of(0.2, 0.6));
    ForecastErrors errors = new ForecastErrors(levels, new double[] {1}, 0);
    errors.add(0, new double[] {10}, new double[][] {{8}, {16}});

    assertThat(errors.metrics().get("mae")).isCloseTo(8 + 0.75 * 8 - 10, WITHIN);
    assertThat(errors.metrics().get("pinball")).isCloseTo((0.2 * 2 + 0.4 * 6) / 2, WITHIN);
    assertThat(errors.metrics()).doesNotContainKey("coverage-80");
  }

  @Test
  void peaksAreOfWholeDays() {
    ForecastErrors errors = points(2, 1);
    errors.add(0, new double[] {1, 5, 7, 2, 9}, new double[][] {{4, 2, 8, 9, 0}});

    assertThat(errors.metrics().get("peak-mae")).isCloseTo((1 + 2) / 2.0, WITHIN);
  }
}
