package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The instants of local stamps about the days on which clocks change. */
class LocalTimesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static List<String> instants(ZoneId zone, boolean ends, List<String> stamps) {
    List<String> instants = new ArrayList<>();
    List<LocalDateTime> local = stamps.stream().map(LocalDateTime::parse).toList();
    for (OptionalLong second : LocalTimes.seconds(local, zone, ends)) {
      instants.add(
          second.isPresent() ? Instant.ofEpochSecond(second.getAsLong()).toString() : "none");
    }
    return instants;
  }

  private static List<String> day(String date, String hours) {
    List<String> stamps = new ArrayList<>();
    for (String hour : hours.split(" ")) {
      stamps.add(date + "T0" + hour + ":00");
    }
    return stamps;
  }

  @Test
  void theRepeatedHourComesTwiceAndTheSkippedOneNever() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(instants(berlin, false, day("2024-10-27", "1 2 2 3")))
        .containsExactly(
            "2024-10-26T23:00:00Z",
            "2024-10-27T00:00:00Z",
            "2024-10-27T01:00:00Z",
            "2024-10-27T02:00:00Z");
    assertThat(instants(berlin, false, day("2024-03-31", "1 2 3")))
        .containsExactly("2024-03-31T00:00:00Z", "none", "2024-03-31T01:00:00Z");
  }

  @Test
  void inAFileFromLateToEarlyTheFirstOfTwoIsTheLater() {
    List<String> stamps = day("2024-11-03", "0 1 1 2");
    List<String> forwards = instants(NEW_YORK, false, stamps);
    Collections.reverse(stamps);
    Collections.reverse(forwards);

    assertThat(instants(NEW_YORK, false, stamps)).isEqualTo(forwards);
  }

  /** 2018-03-11: the hour before the clock skips 2:00 to 3:00 is called 2:00, and none 3:00. */
  @ParameterizedTest
  @CsvSource({
    "2018-03-11, 1 2 4 5", // hours counted from midnight on
    "2018-03-11, 1 3 4 5", // what the clock shows
    "2018-11-04, 1 2 2 3",
    "2018-11-04, 1 1 2 3"
  })
  void endsOfHoursLoseNone(String date, String hours) {
    List<String> found = instants(NEW_YORK, true, day(date, hours));

    for (int i = 0; i < found.size(); i++) {
      int first = date.contains("-03-") ? 6 : 5;
      assertThat(found.get(i)).isEqualTo("%sT0%d:00:00Z".formatted(date, first + i));
    }
  }

  @Test
  void datesAreThereThoughTheClockSkipsTheirMidnight() {
    List<String> days = List.of("2018-11-03T00:00", "2018-11-04T00:00", "2018-11-05T00:00");

    assertThat(instants(ZoneId.of("America/Sao_Paulo"), false, days)).doesNotContain("none");
  }
}
