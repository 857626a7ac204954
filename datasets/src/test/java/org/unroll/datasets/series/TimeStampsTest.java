package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.yaml.Problems;

class TimeStampsTest {
  private static final TimeStamps ISO = new TimeStamps(Optional.empty());

  private static String instant(TimeStamps.Stamp stamp) {
    return stamp.local().toInstant(stamp.offset().orElse(ZoneOffset.UTC)).toString();
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
    "2024-02-29T05:00Z, 2024-02-29T05:00:00Z",
    "2024-02, 2024-02-01T00:00:00Z",
    "2024-Q3, 2024-07-01T00:00:00Z",
    "2024Q1, 2024-01-01T00:00:00Z",
    "2024, 2024-01-01T00:00:00Z"
  })
  void commonFormsAreKnown(String stamp, String expected) {
    assertThat(instant(ISO.read(stamp))).isEqualTo(expected);
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
    "dd/MM/yyyy HH:mm, 01/12/2017 24:00, 2017-12-02T00:00:00Z"
  })
  void halvesOfTheDayOffsetsAndWhatIsLeftOut(String format, String stamp, String expected) {
    assertThat(instant(new TimeStamps(Optional.of(format)).read(stamp))).isEqualTo(expected);
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
    TimeStamps stamps = new TimeStamps(Optional.ofNullable(format));
    assertThatThrownBy(() -> stamps.read(stamp))
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

  @ParameterizedTest
  @CsvSource({
    "dd.MM.yyyy HH:mm, 31.12.2023 23:00, 2023-12-31T23:00:00Z",
    "d/M/yy H:mm, 3/11/02 4:00, 2002-11-03T04:00:00Z",
    "MM/yyyy, 12/2023, 2023-12-01T00:00:00Z",
    "yyyy, 2023, 2023-01-01T00:00:00Z"
  })
  void aPatternReadsOtherForms(String pattern, String stamp, String expected) {
    assertThat(instant(new TimeStamps(Optional.of(pattern)).read(stamp))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "2024-02-30", "2024-02-01 25:00", "31.12.2023", "2024-13"})
  void whatIsNoStampIsRefused(String stamp) {
    assertThatThrownBy(() -> ISO.read(stamp)).isInstanceOf(DateTimeException.class);
  }
}
