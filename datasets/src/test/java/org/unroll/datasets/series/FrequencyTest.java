package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrequencyTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @ParameterizedTest
  @CsvSource({
    "15m, 96, 15 minutes",
    "1h, 24, 1 hour",
    "60min, 24, 1 hour",
    "90s, 960, 90 seconds",
    "24h, 1, 1 day",
    "1d, 1, 1 day",
    "7d, 1, 1 week",
    "1w, 1, 1 week",
    "1mo, 1, 1 month",
    "3mo, 1, 1 quarter",
    "2q, 1, 2 quarters",
    "12mo-end, 1, 1 year"
  })
  void isReadAndKnowsItsDay(String text, int day, String words) {
    Frequency frequency = Frequency.parse(text).orElseThrow();
    assertThat(frequency.stepsInDay()).isEqualTo(day);
    assertThat(frequency.inWords()).isEqualTo(words);
    assertThat(Frequency.parse(frequency.toString())).contains(frequency);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hourly", "0h", "1x", "", "-1h", "1h-end"})
  void otherTextIsNone(String text) {
    assertThat(Frequency.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1h, '{day=24, week=168}'",
    "30m, '{day=48, week=336}'",
    "15m, '{day=96, week=672}'",
    "1d, '{week=7, year=365}'",
    "1w, '{year=52}'",
    "1mo, '{year=12}'",
    "1q, '{year=4}'",
    "1y, {}",
    "5h, {}"
  })
  void hasTheSeasonsThatPeopleLiveIn(String text, String seasons) {
    assertThat(Frequency.parse(text).orElseThrow().seasons()).hasToString(seasons);
  }

  @ParameterizedTest
  @CsvSource({
    "1mo, 2023-01-15, 1, 2023-02-15",
    "1mo, 2023-01-31, 1, 2023-02-28",
    "1mo-end, 2023-02-28, 1, 2023-03-31",
    "1mo-end, 2023-04-30, -2, 2023-02-28",
    "1q, 2023-11-01, 1, 2024-02-01",
    "1y, 2023-07-01, 2, 2025-07-01",
    "1w, 2023-12-28, 1, 2024-01-04"
  })
  void stepsByTheCalendar(String text, LocalDate from, int steps, LocalDate to) {
    Frequency frequency = Frequency.parse(text).orElseThrow();
    long second = from.atStartOfDay(UTC).toEpochSecond();
    long later = to.atStartOfDay(UTC).toEpochSecond();

    assertThat(frequency.plus(second, steps)).isEqualTo(later);
    assertThat(frequency.between(second, later)).isEqualTo(steps);
  }

  @Test
  void monthsAreAsLongOnWhateverDayTheyAre() {
    Frequency months = Frequency.parse("1mo").orElseThrow();
    assertThat(months.isAsLongAs(Frequency.parse("1mo-end").orElseThrow())).isTrue();
    assertThat(months.isAsLongAs(Frequency.parse("1q").orElseThrow())).isFalse();
    assertThat(months.isAsLongAs(Frequency.parse("1d").orElseThrow())).isFalse();
  }
}
