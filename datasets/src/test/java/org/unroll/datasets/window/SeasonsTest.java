package org.unroll.datasets.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.SplitSeries;

/** Which season the seasonal naive forecast repeats. */
class SeasonsTest {
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0); // a Monday

  @TempDir private Path folder;

  private FittedSeries fit(
      int steps, IntFunction<LocalDateTime> time, IntFunction<Integer> value, String seasons)
      throws IOException {
    StringBuilder rows = new StringBuilder("timestamp,load\n");
    for (int step = 0; step < steps; step++) {
      rows.append("%s,%d%n".formatted(time.apply(step), value.apply(step)));
    }
    Path file = Files.writeString(folder.resolve("load.csv"), rows);
    Experiment experiment =
        new Experiment(
            """
            data: {source: %s, batch: 4, split: {fractions: [0.6, 0.2, 0.2]}}
            series: {targets: [load], seasons: [%s], calendar: [hour, weekday, season]}
            window: {past: 4, horizon: 2}
            """
                .formatted(file, seasons));
    SplitSeries split = experiment.read(Split.TEST);
    FittedSeries fitted = experiment.fit(split);
    notice = experiment.notices.get(experiment.notices.size() - 1);
    return fitted;
  }

  private String notice = "";

  /** Sundays are low. */
  private static int weekly(LocalDateTime time) {
    return time.getDayOfWeek().getValue() == 7 ? 10 : 20 + time.getHour();
  }

  private static int daily(LocalDateTime time, int step) {
    return 20 + time.getHour() + step * step % 5;
  }

  @Test
  void hoursHaveADayAndAWeekAndTheBestIsTaken() throws IOException {
    FittedSeries week = fit(24 * 60, START::plusHours, h -> weekly(START.plusHours(h)), "");
    assertThat(week.steps().season()).isEqualTo(168);
    assertThat(notice)
        .isEqualTo("steps of 1 hour; seasonal-naive repeats the last week (168 steps)");

    FittedSeries day = fit(24 * 60, START::plusHours, h -> daily(START.plusHours(h), h / 24), "");
    assertThat(day.steps().season()).isEqualTo(24);
    FittedSeries given = fit(24 * 60, START::plusHours, h -> weekly(START.plusHours(h)), "24, 48");
    assertThat(given.steps().season()).isIn(24, 48);
  }

  @Test
  void halfHoursDaysAndMonthsHaveTheirOwn() throws IOException {
    FittedSeries half =
        fit(48 * 40, s -> START.plusMinutes(30L * s), s -> weekly(START.plusMinutes(30L * s)), "");
    assertThat(half.steps().season()).isEqualTo(336);
    FittedSeries day = fit(120, START::plusDays, d -> weekly(START.plusDays(d)), "");
    assertThat(day.steps().season()).isEqualTo(7);
    FittedSeries month = fit(72, START::plusMonths, m -> m % 12 * m % 7, "");
    assertThat(month.steps().season()).isEqualTo(12);
    FittedSeries quarter = fit(40, q -> START.plusMonths(3L * q), q -> q % 4, "year");
    assertThat(quarter.steps().season()).isEqualTo(4);
    FittedSeries year = fit(40, START::plusYears, y -> y % 3, "");
    assertThat(year.steps().season()).isEqualTo(1);
  }

  @Test
  void theCalendarIsThatOfTheStep() throws IOException {
    assertThat(fit(120, START::plusHours, h -> h % 24, "").layout().calendar()).hasSize(3);
    assertThat(fit(120, START::plusDays, d -> d % 7, "").layout().calendar())
        .extracting(Enum::name)
        .containsExactly("WEEKDAY", "SEASON");
    assertThat(fit(120, START::plusWeeks, d -> d % 7, "").layout().calendar()).hasSize(1);
    assertThat(fit(48, START::plusMonths, d -> d % 7, "").layout().calendar()).hasSize(1);
    assertThat(fit(48, START::plusYears, d -> d % 7, "").layout().calendar()).isEmpty();
  }

  @Test
  void aCycleThatTheStepsDoNotHaveIsRefused() {
    assertThatThrownBy(() -> fit(48, START::plusMonths, d -> d % 7, "week"))
        .isInstanceOf(UserError.class)
        .hasMessage("series.seasons: steps of 1 month have no cycle 'week'; write year");
  }

  @Test
  void whatWasFoundIsSavedWithTheSteps() throws IOException {
    FittedSeries fitted = fit(72, START::plusMonths, m -> m % 12, "");
    fitted.save(folder);

    assertThat(FittedSeries.load(folder, fitted.config()).steps()).isEqualTo(fitted.steps());
    assertThat(FittedSeries.load(folder, fitted.config()).window()).isEqualTo(fitted.window());
  }
}
