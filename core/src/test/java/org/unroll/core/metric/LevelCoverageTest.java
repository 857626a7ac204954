package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LevelCoverageTest {
  @Test
  void ofTheTruthsAShareAsLargeAsTheLevelShouldLieBelow() {
    ForecastErrors errors =
        new ForecastErrors(new Levels(List.of(0.25, 0.75)), new double[] {1}, 0);
    double[][] forecast = {{2, 2, 2, 2}, {3, 3, 3, 3}};
    errors.add(0, new double[] {1, 2, 3, Double.NaN}, forecast);
    Chart.Agreement chart = (Chart.Agreement) errors.charts().get(0);
    assertThat(chart.spots()).extracting(Chart.Spot::x).containsExactly(0.25, 0.75);
    assertThat(chart.spots().get(0).y()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(chart.spots().get(1).y()).isEqualTo(1);
    assertThat(chart.title()).contains("off by 0.333 on average");
    assertThat(errors.details().get(0).rows())
        .containsExactly(List.of("0.25", "0.667"), List.of("0.75", "1.000"));
  }

  @Test
  void aForecastOfOneNumberPromisesNothing() {
    ForecastErrors errors = new ForecastErrors(Levels.NONE, new double[] {1}, 0);
    errors.add(0, new double[] {1}, new double[][] {{1}});
    assertThat(errors.charts()).isEmpty();
    assertThat(errors.details()).isEmpty();
  }
}
