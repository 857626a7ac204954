package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.yaml.Problems;

class TimeStampsTest {
  private static TimeStamps in(String zone) {
    return new TimeStamps(Optional.empty(), ZoneId.of(zone));
  }

  private static String instant(long second) {
    return Instant.ofEpochSecond(second).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29T05:00:00, 2024-02-29T05:00:00Z",
    "2024-02-29 05:30, 2024-02-29T05:30:00Z",
    "2024-02-29 5, 2024-02-29T05:00:00Z",
    "2024-02-29 24, 2024-03-01T00:00:00Z",
    "2024-02-29 24:00, 2024-03-01T00:00:00Z",
    "2024-02-29, 2024-02-29T00:00:00Z",
    "2024-02-29T05:00:00+02:00, 2024-02-29T03:00:00Z",
    "2024-02-29T05:00Z, 2024-02-29T05:00:00Z"
  })
  void commonFormsAreKnown(String stamp, String expected) {
    assertThat(instant(in("UTC").second(stamp))).isEqualTo(expected);
  }

  @Test
  void aPatternReadsOtherForms() {
    TimeStamps stamps = new TimeStamps(Optional.of("dd.MM.yyyy HH:mm"), ZoneId.of("UTC"));
    assertThat(instant(stamps.second("31.12.2023 23:00"))).isEqualTo("2023-12-31T23:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "M/d/yyyy h:mm a, 3/31/2024 5:00 PM, 2024-03-31T17:00:00Z",
    "M/d/yyyy h:mm a, 12/1/2024 12:30 am, 2024-12-01T00:30:00Z",
    "d/M/yy H:mm, 01/12/17 1:00, 2017-12-01T01:00:00Z",
    "dd.MM.yyyy HH:mm XXX, 01.12.2017 01:00 +02:00, 2017-11-30T23:00:00Z",
    "yyyyMMddHHX, 2017120101Z, 2017-12-01T01:00:00Z",
    "yyyy-MM-dd HH:mm VV, 2017-07-01 01:00 Europe/Berlin, 2017-06-30T23:00:00Z",
    "yyyy-MM, 2017-12, 2017-12-01T00:00:00Z",
    "yyyy, 2017, 2017-01-01T00:00:00Z",
    "dd/MM/yyyy HH:mm, 01/12/2017 24:00, 2017-12-02T00:00:00Z"
  })
  void halvesOfTheDayOffsetsAndWhatIsLeftOut(String format, String stamp, String expected) {
    TimeStamps stamps = new TimeStamps(Optional.of(format), ZoneId.of("UTC"));
    assertThat(instant(stamps.second(stamp))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy, 3/1/2020, for numbers of one digit write d/M/yyyy",
    "dd/MM/yyyy HH:mm, 3/1/2020 5:00, for numbers of one digit write d/M/yyyy H:mm",
    "dd/MM/yyyy, 31/1/2020 5:00 pm, perhaps d/M/yyyy h:mm a",
    ", 3/1/2020, 'series.format, such as d/M/yyyy or M/d/yyyy'",
    ", 3/13/2020 5:00 PM, 'series.format, such as M/d/yyyy h:mm a'",
    ", 31.12.23 23:00:00, 'series.format, such as d.M.yy H:mm:ss'"
  })
  void whatFitsIsSuggested(String format, String stamp, String advice) {
    TimeStamps stamps = new TimeStamps(Optional.ofNullable(format), ZoneId.of("UTC"));
    assertThatThrownBy(() -> stamps.second(stamp))
        .isInstanceOf(DateTimeException.class)
        .hasMessageContaining("'" + stamp + "'")
        .hasMessageContaining(advice);
  }

  @ParameterizedTest
  @CsvSource({"h:mm d/M/yyyy, AM or PM", "YYYY-MM-dd, yyyy for the year", "yyyy-MM-DD, dd for the"})
  void patternsThatFitNothingAreMistakes(String pattern, String message) {
    Problems problems = new Problems();
    TimeStamps.check(pattern, "series.format", problems);
    assertThat(problems.found()).singleElement().asString().contains(message);
  }

  @Test
  void theRepeatedHourComesTwice() {
    TimeStamps stamps = in("Europe/Berlin");
    assertThat(instant(stamps.second("2024-10-27 02:00"))).isEqualTo("2024-10-27T00:00:00Z");
    assertThat(instant(stamps.second("2024-10-27 02:00"))).isEqualTo("2024-10-27T01:00:00Z");
    assertThat(instant(stamps.second("2024-10-27 03:00"))).isEqualTo("2024-10-27T02:00:00Z");
  }

  @Test
  void theSkippedHourIsNoStamp() {
    assertThatThrownBy(() -> in("Europe/Berlin").second("2024-03-31 02:00"))
        .isInstanceOf(DateTimeException.class)
        .hasMessageContaining("the clock skips it");
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "2024-02-30", "2024-02-01 25:00", "31.12.2023"})
  void whatIsNoStampIsRefused(String stamp) {
    assertThatThrownBy(() -> in("UTC").second(stamp)).isInstanceOf(DateTimeException.class);
  }
}
