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
