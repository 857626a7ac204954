package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.window.Experiment;

/** Series whose steps are days, weeks, months, quarters and years. */
class CalendarStepsTest {
  @TempDir private Path folder;

  private Experiment experiment(List<String> stamps, String series) throws IOException {
    StringBuilder rows = new StringBuilder("date,load\n");
    for (int i = 0; i < stamps.size(); i++) {
      rows.append(stamps.get(i)).append(',').append(i).append('\n');
    }
    Path file = Files.writeString(folder.resolve("load.csv"), rows);
    return new Experiment(
        """
        data: {source: %s, batch: 4, split: {fractions: [0.5, 0.25, 0.25]}}
        series: {time: date, targets: [load]%s}
        window: {past: 2, horizon: 1}
        """
            .formatted(file, series));
  }

  private static List<String> stamps(int count, IntFunction<LocalDate> date) {
    List<String> stamps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stamps.add(date.apply(i).toString());
    }
    return stamps;
  }

  private static Series only(Experiment experiment) {
    return experiment.read(Split.TEST).series().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-01, 1mo, 1 month, 2024-01-01",
    "2023-01-15, 1mo, 1 month, 2024-01-15",
    "2023-01-31, 1mo-end, 1 month, 2024-01-31",
    "2022-12-31, 1q-end, 1 quarter, 2025-12-31",
    "2023-01-01, 1q, 1 quarter, 2026-01-01",
    "2010-12-31, 1y-end, 1 year, 2022-12-31",
    "2010-07-01, 1y, 1 year, 2022-07-01",
    "2023-01-02, 1w, 1 week, 2023-03-27",
    "2023-01-02, 1d, 1 day, 2023-01-14",
    "2023-01-02, 28d, 4 weeks, 2023-12-04"
  })
  void theStepIsFoundAndGoesOn(LocalDate first, String step, String words, LocalDate after)
      throws IOException {
    Frequency frequency = Frequency.parse(step).orElseThrow();
    long start = first.toEpochDay() * 86_400;
    List<String> stamps = stamps(12, i -> Frequency.date(frequency.plus(start, i)));
    Experiment experiment = experiment(stamps, ", zone: America/New_York");
    Series series = only(experiment);

    assertThat(series.axis().frequency()).isEqualTo(frequency);
    assertThat(series.axis().frequency().inWords()).isEqualTo(words);
    assertThat(series.length()).isEqualTo(12);
    assertThat(series.axis().label(11)).isEqualTo(stamps.get(11));
    assertThat(series.axis().stamp(12)).isEqualTo(after.toString());
    assertThat(experiment.notices).isEmpty();
  }

  @Test
  void monthsAreNamedOrCountedFromShortStampsToo() throws IOException {
    Series series = only(experiment(List.of("2023-10", "2023-11", "2023-12", "2024-01"), ""));

    assertThat(series.axis().label(4)).isEqualTo("2024-02-01");
    assertThat(series.length()).isEqualTo(4);
  }

  @Test
  void aMissingMonthIsAGapOfOneStep() throws IOException {
    List<String> stamps = stamps(10, i -> LocalDate.of(2023, 1, 31).plusMonths(i < 4 ? i : i + 1));
    stamps.replaceAll(
        s -> LocalDate.parse(s).withDayOfMonth(LocalDate.parse(s).lengthOfMonth()).toString());
    Experiment experiment = experiment(stamps, "");

    assertThat(only(experiment).values("load")).containsExactly(0, 1, 2, 3, 3.5, 4, 5, 6, 7, 8, 9);
    assertThat(experiment.notices.get(0)).contains("gaps in the stamps", "1 steps after");
  }

  @Test
  void lastWorkingDaysAreMonthEnds() throws IOException {
    List<String> stamps = // 2023-04-28, 2023-07-31 and so on
        stamps(
            12,
            i -> {
              LocalDate day = LocalDate.of(2023, 1, 1).plusMonths(i + 1).minusDays(1);
              return day.minusDays(Math.max(0, day.getDayOfWeek().getValue() - 5));
            });
    Series series = only(experiment(stamps, ""));

    assertThat(series.length()).isEqualTo(12);
    assertThat(series.axis().label(12)).isEqualTo("2024-01-31");
  }

  @Test
  void aTailThatBeginsInFebruaryStillEndsMonths() throws IOException {
    List<String> stamps = stamps(14, i -> LocalDate.of(2023, 2, 1).plusMonths(i).minusDays(1));
    Series tail = only(experiment(stamps, "")).slice(1, 14);

    assertThat(tail.axis().label(0)).isEqualTo("2023-02-28");
    assertThat(tail.axis().label(1)).isEqualTo("2023-03-31");
  }

  @Test
  void theSplitMayBeginInAMonth() throws IOException {
    List<String> stamps = stamps(24, i -> LocalDate.of(2022, 2, 1).plusMonths(i).minusDays(1));
    Experiment experiment = experiment(stamps, "");
    SeriesSplit starts =
        new SeriesSplit(
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of("2023-01-01", "2023-07-01")),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
    SplitSeries cut = new SeriesCutter(starts, List.of("load")).cut(List.of(only(experiment)));

    assertThat(cut.parts().get(0)).isEqualTo(new SplitSeries.Cut(12, 18, 24));
  }

  @ParameterizedTest
  @CsvSource({"1mo, 1 month", "1d, 1 day", "30m, 30 minutes"})
  void aFileOfAnotherStepIsRefusedByName(String trained, String words) throws IOException {
    StringBuilder rows = new StringBuilder("date,load\n");
    for (int hour = 0; hour < 20; hour++) {
      rows.append("2024-01-01 %02d:00,%d%n".formatted(hour, hour));
    }
    Experiment experiment = experiment(List.of("2024-01-01"), "");
    Path file = Files.writeString(folder.resolve("x.csv"), rows);
    SeriesSources sources =
        new SeriesSources(experiment.config(), experiment.data, new DataAccess(true, s -> {}));

    assertThatThrownBy(() -> sources.read(file, Frequency.parse(trained).orElseThrow()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "the net was trained on steps of %s, %s has 1 hour".formatted(words, file));
    assertThat(sources.read(file, Frequency.HOURLY).get(0).length()).isEqualTo(20);
  }

  @Test
  void stampsCarryTheirOffsetWhereTheClockChangesOrTheDataHaveOne() {
    ZonedAxis berlin = new ZonedAxis("Europe/Berlin", TimeAxis.Stamps.LOCAL);
    assertThat(berlin.stamps("2024-10-27T00:00:00Z", 2))
        .containsExactly("2024-10-27T02:00+02:00", "2024-10-27T02:00+01:00");
    ZonedAxis local = new ZonedAxis("UTC", TimeAxis.Stamps.LOCAL);
    assertThat(local.stamps("2024-10-27T00:00:00Z", 1)).containsExactly("2024-10-27T00:00");
    ZonedAxis zulu = new ZonedAxis("UTC", TimeAxis.Stamps.OFFSET);
    assertThat(zulu.stamps("2024-10-27T00:00:00Z", 1)).containsExactly("2024-10-27T00:00Z");
  }

  private record ZonedAxis(String zone, TimeAxis.Stamps kind) {
    List<String> stamps(String start, int count) {
      long second = Instant.parse(start).getEpochSecond();
      TimeAxis axis = new TimeAxis(second, Frequency.HOURLY, ZoneId.of(zone), kind);
      List<String> stamps = new ArrayList<>();
      for (int step = 0; step < count; step++) {
        stamps.add(axis.stamp(step));
      }
      return stamps;
    }
  }
}
