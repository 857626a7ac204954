package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
