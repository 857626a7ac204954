package org.unroll.datasets.series;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.app.Draft;
import org.unroll.datasets.table.ColumnSketch;
import org.unroll.datasets.table.TableSketch;

/** What a draft says of time stamps beyond their pattern: the clock, weekends, periods of a day. */
record TimeDraft(TableSketch table, SeriesGuess guess, Draft draft) {
  private static final String SERIES = SeriesDraft.SERIES;
  private static final Set<Integer> PERIODS = Set.of(24, 25, 48, 50, 96, 100);
  private static final int FRIDAY = 5;
  private static final int WEEKS = 15; // days of three

  void fill() {
    if (guess.time().stamps().haveOffsets()) {
      offsets();
    } else {
      clock();
    }
    weekends();
    doubtPeriods();
  }

  /** Numbers that count the steps of a day tell no series apart. */
  private void doubtPeriods() {
    List<String> ids = guess.ids().orElse(List.of());
    if (ids.size() == 1 && guess.time().stamps().isDaily()) {
      ColumnSketch column = table.column(ids.get(0));
      int values = column.counts().size();
      if (column.isNumber() && PERIODS.contains(values)) {
        draft.ask(
            SERIES,
            "column %s tells %d series of days apart; if it counts the steps of a day, join date and time in one column first",
            column.name(),
            values);
      }
    }
  }

  /** Days without weekends are masked: a line across them would know Monday. */
  private void weekends() {
    Set<LocalDate> days = new HashSet<>();
    guess.time().stamps().local().forEach(stamp -> days.add(stamp.toLocalDate()));
    boolean working = days.stream().noneMatch(day -> day.getDayOfWeek().getValue() > FRIDAY);
    if (working && days.size() > WEEKS && guess.time().stamps().isDaily()) {
      draft.ask(
          SERIES,
          "no Saturday and no Sunday: steps are days, those without a value are masked, neither filled in nor scored");
      draft.set(SERIES, "repair", Map.of("gaps", "mask"));
    }
  }

  /** The clock that people live by, of stamps which say how far it is from UTC. */
  private void offsets() {
    Optional<String> zone = ZoneGuess.ofOffsets(guess.time().stamps().stamps());
    zone.ifPresent(found -> draft.saw("offsets change with the seasons: as those of %s", found));
    draft.set(
        SERIES,
        "zone",
        zone.orElse("UTC"),
        "the clock that hours and weekdays are counted by, such as Europe/Berlin");
  }

  /** The zone of local stamps, and what of a step they say. */
  private void clock() {
    Optional<ZoneGuess> zone = ZoneGuess.of(ofOneSeries());
    zone.ifPresent(
        found -> {
          draft.saw("hours come twice in autumn: a clock as that of %s", found.zone());
          draft.set(
              SERIES, "zone", found.zone(), "or any whose clocks are put back at the same time");
        });
    if (zone.map(ZoneGuess::ends).orElse(false) || guess.time().hasHour24(table)) {
      draft.set(SERIES, "stamps", "end", "a stamp is the end of its hour");
    }
  }

  /** The stamps of the first series. */
  private List<LocalDateTime> ofOneSeries() {
    List<LocalDateTime> all = guess.time().stamps().local();
    List<String> ids = new IdGuess(table, guess.time()).rows(guess.ids().orElse(List.of()));
    if (all.size() < ids.size()) {
      return List.of(); // some rows have no stamp
    }
    List<LocalDateTime> one = new ArrayList<>();
    for (int row = 0; row < ids.size(); row++) {
      if (ids.get(row).equals(ids.get(0))) {
        one.add(all.get(row));
      }
    }
    return one;
  }
}
