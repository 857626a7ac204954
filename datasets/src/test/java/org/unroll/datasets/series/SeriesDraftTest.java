package org.unroll.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.UserError;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hints;
import org.unroll.core.yaml.FlowYaml;
import org.unroll.datasets.table.TableSketch;

class SeriesDraftTest {
  private static final LocalDateTime START = LocalDateTime.of(2024, 3, 1, 0, 0);

  @TempDir private Path folder;

  private TableSketch table(String header, int rows, Function<Integer, String> row)
      throws IOException {
    StringBuilder text = new StringBuilder(header);
    IntStream.range(0, rows).forEach(i -> text.append('\n').append(row.apply(i)));
    return TableSketch.of(List.of(Files.writeString(folder.resolve("a.csv"), text)));
  }

  /** The section of the draft as a map. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> drafted(TableSketch table, Hints hints) {
    Draft draft = new Draft();
    SeriesDraft.fill(table, hints, draft);
    Map<String, Object> yaml = (Map<String, Object>) FlowYaml.parse(draft.yaml("x", "y"));
    return (Map<String, Object>) yaml.get("series");
  }

  private static Map<String, Object> drafted(TableSketch table) {
    return drafted(table, Hints.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d/M/yyyy H:mm",
        "M/d/yyyy h:mm a",
        "d.M.yy H:mm",
        "yyyy/M/d H:mm:ss",
        "yyyyMMddHH",
        "yyyyMMdd H:mm"
      })
  void findsThePatternOfStamps(String pattern) throws IOException {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, java.util.Locale.ENGLISH);
    TableSketch table =
        table("when,load", 600, i -> START.plusHours(i).format(format) + "," + (i % 24));

    assertThat(drafted(table))
        .containsEntry("format", pattern)
        .containsEntry("time", List.of("when"));
  }

  @Test
  void monthsInTheOrderOfEuropeAreNoDays() throws IOException {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    TableSketch table =
        table(
            "month,sold",
            60,
            i -> LocalDate.of(2015, 1, 1).plusMonths(i).format(format) + "," + (i % 12));
    assertThat(drafted(table)).containsEntry("format", "d/M/yyyy");
  }

  @Test
  void yearsAreStampsAndNumbersAreNot() throws IOException {
    TableSketch years = table("year,sold", 40, i -> (1980 + i) + "," + (1000 + i * i % 97));
    assertThat(drafted(years))
        .containsEntry("time", List.of("year"))
        .containsEntry("targets", List.of("sold"));
    TableSketch none = table("a,b", 40, i -> (1980 + i) + "," + (1000 + i * i % 97));
    assertThatThrownBy(() -> drafted(none))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--time");
  }

  @Test
  void hoursFrom1To24AreEnds() throws IOException {
    TableSketch table =
        table(
            "date,hour,mw",
            24 * 20,
            i -> START.plusDays(i / 24).toLocalDate() + "," + (i % 24 + 1) + "," + (i % 7));
    assertThat(drafted(table))
        .containsEntry("time", List.of("date", "hour"))
        .containsEntry("stamps", "end")
        .containsEntry("targets", List.of("mw"));
  }

  @Test
  void theHourThatComesTwiceTellsTheClock() {
    // London's ends look like Berlin's starts
    for (String zone : List.of("America/New_York", "Europe/Berlin", "Australia/Sydney")) {
      for (int hours : new int[] {0, 1}) {
        List<LocalDateTime> stamps = new ArrayList<>();
        ZonedDateTime first = ZonedDateTime.of(START, ZoneId.of(zone));
        for (int i = 0; i < 9_000; i++) {
          // a step called by its end is called by the hour it began in plus one
          stamps.add(first.plusHours(i).toLocalDateTime().plusHours(hours));
        }
        assertThat(ZoneGuess.of(stamps)).contains(new ZoneGuess(zone, hours == 1));
      }
    }
  }

  @Test
  void whatComesTwiceByAccidentIsNoClock() {
    List<LocalDateTime> stamps = new ArrayList<>();
    IntStream.range(0, 9_000).forEach(i -> stamps.add(START.plusHours(i)));
    assertThat(ZoneGuess.of(stamps)).isEmpty();
    stamps.addAll(stamps.subList(100, 130));
    assertThat(ZoneGuess.of(stamps)).isEmpty();
  }

  @Test
  void columnsTellSeriesApart() throws IOException {
    TableSketch table =
        table(
            "date,store,item,size,promo,sold",
            400,
            i ->
                "%s,%d,%s,%d,%d,%d"
                    .formatted(
                        LocalDate.of(2024, 1, 1).plusDays(i / 4),
                        i % 2,
                        i % 4 < 2 ? "tea" : "coffee",
                        10 + i % 2,
                        i % 5 == 0 ? 1 : 0,
                        50 + i % 9));
    assertThat(drafted(table))
        .containsEntry("id", List.of("item", "store"))
        .containsEntry("targets", List.of("sold"))
        .containsEntry("fixed", List.of("size"))
        .containsEntry("future", List.of("promo"));
    assertThat(drafted(table, new Hints(Map.of("id", List.of("store", "item")))))
        .containsEntry("id", List.of("store", "item"));
  }

  @Test
  void whatGoesOnWhereTheTargetEndsIsKnownInAdvance() throws IOException {
    TableSketch table =
        table(
            "timestamp,wind,temperature,load",
            100,
            i ->
                "%s,%s,%d,%s"
                    .formatted(
                        START.plusHours(i), i < 90 ? 3 * i : "", 2 * i, i < 90 ? i * i : ""));
    assertThat(drafted(table))
        .containsEntry("past", List.of("wind"))
        .containsEntry("future", List.of("temperature"));
  }

  @Test
  void theUserMayNameTheTarget() throws IOException {
    TableSketch table =
        table(
            "timestamp,a,load,note",
            50,
            i -> "%s,%d,%d,x%d".formatted(START.plusHours(i), i, 2 * i, i));
    assertThat(drafted(table)).containsEntry("targets", List.of("load"));
    assertThat(drafted(table, new Hints(Map.of("target", List.of("a")))))
        .containsEntry("targets", List.of("a"))
        .containsEntry("past", List.of("load"));
    assertThatThrownBy(() -> drafted(table, new Hints(Map.of("target", List.of("note")))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no numbers");
  }

  @Test
  void aDecimalCommaAndAHeaderlessFile() throws IOException {
    TableSketch table =
        table("2024-02-29;1,5", 50, i -> START.plusDays(i).toLocalDate() + ";" + i + ",5");
    assertThat(drafted(table))
        .containsEntry("decimal", ",")
        .containsEntry("time", List.of("time"))
        .containsEntry("targets", List.of("target"));
  }

  @Test
  void yearsOfTwoDigitsLieBeforeToday() throws IOException {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("MMM-yy", java.util.Locale.ENGLISH);
    TableSketch table =
        table(
            "Month,Passengers",
            144,
            i -> LocalDate.of(1949, 1, 1).plusMonths(i).format(format) + "," + (100 + i % 12));
    assertThat(drafted(table)).containsEntry("format", "MMM-yy");
    assertThat(new TimeStamps(Optional.of("MMM-yy")).read("Jan-49").local().getYear())
        .isEqualTo(1949);
    assertThat(new TimeStamps(Optional.of("d/M/yy H:mm")).read("31/12/18 1:00").local())
        .isEqualTo(LocalDateTime.of(2018, 12, 31, 1, 0));
  }

  @Test
  void daysWithoutWeekendsAreMaskedNotFilledIn() throws IOException {
    TableSketch table =
        table(
            "Date,Close",
            100,
            i -> LocalDate.of(2024, 1, 1).plusDays(7L * (i / 5) + i % 5) + "," + (i * 7 % 50));
    assertThat(drafted(table)).containsEntry("repair", Map.of("gaps", "mask"));
  }

  @Test
  void offsetsThatChangeTellTheClock() throws IOException {
    ZonedDateTime first = ZonedDateTime.of(START, ZoneId.of("America/New_York"));
    TableSketch table =
        table("ts,load", 3_000, i -> first.plusHours(i).toOffsetDateTime() + "," + (i % 24));
    assertThat(drafted(table)).containsEntry("zone", "America/New_York");
  }

  @Test
  void pointsBetweenThousandsAreDoubted() throws IOException {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    TableSketch table =
        table(
            "Datum;Umsatz",
            100,
            i ->
                START.plusDays(i).format(format)
                    + ";"
                    + (i % 3 == 0 ? "987" : "1.%03d".formatted(i)));
    Draft draft = new Draft();
    SeriesDraft.fill(table, Hints.NONE, draft);
    assertThat(draft.seen()).anyMatch(line -> line.startsWith("? three digits follow each point"));
    assertThat(drafted(table)).containsEntry("decimal", ",");
  }

  @Test
  void aClockBesideTheDateIsPartOfTheStamp() throws IOException {
    DateTimeFormatter clock = DateTimeFormatter.ofPattern("h:mm a", java.util.Locale.ENGLISH);
    TableSketch table =
        table(
            "date,time,load",
            24 * 20,
            i ->
                "%s,%s,%d"
                    .formatted(
                        START.plusHours(i).format(DateTimeFormatter.ofPattern("d/M/yy")),
                        START.plusHours(i).format(clock),
                        i % 24));
    assertThat(drafted(table))
        .containsEntry("time", List.of("date", "time"))
        .containsEntry("format", "d/M/yy h:mm a");
  }
}
