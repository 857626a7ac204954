package org.unroll.datasets.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Recognises series whose steps are months, quarters or years. */
final class MonthSteps {
  private static final int SHORTEST = 28;
  private static final long DAY = 86_400;

  /** Days from the edge of a month within which its first or last working day lies. */
  private static final int EDGE = 4;

  private final List<List<LocalDate>> series = new ArrayList<>();

  private MonthSteps(RawTable table, ZoneId zone) {
    for (RawSeries raw : table.series()) {
      List<LocalDate> dates = new ArrayList<>();
      for (long stamp : FrequencyGuess.stamps(raw)) {
        dates.add(Instant.ofEpochSecond(stamp).atZone(zone).toLocalDate());
      }
      series.add(dates);
    }
  }

  /**
   * @param usual seconds from stamp to stamp, most often
   * @return empty if the stamps are so many days apart
   */
  static Optional<Frequency> of(RawTable table, ZoneId zone, long usual) {
    if (usual < SHORTEST * DAY - DAY / 2) {
      return Optional.empty();
    }
    MonthSteps steps = new MonthSteps(table, zone);
    Map<Long, Integer> months = new HashMap<>();
    for (List<LocalDate> dates : steps.series) {
      for (int i = 1; i < dates.size(); i++) {
        months.merge(month(dates.get(i)) - month(dates.get(i - 1)), 1, Integer::sum);
      }
    }
    boolean onTheDay = steps.onOneDay() || steps.atEnds(1) || steps.atEnds(EDGE) || steps.early();
    return months.containsKey(0L) || !onTheDay
        ? Optional.empty()
        : Optional.of(steps.anchored(FrequencyGuess.mostFrequent(months).intValue()));
  }

  /** Steps of so many months, at their ends if all stamps are. */
  static Frequency anchored(RawTable table, ZoneId zone, Frequency months) {
    return new MonthSteps(table, zone).anchored(months.count());
  }

  private Frequency anchored(int months) {
    boolean ends = atEnds(1) || atEnds(EDGE) && !onOneDay();
    return new Frequency(ends ? Frequency.Unit.MONTH_END : Frequency.Unit.MONTH, months);
  }

  private static long month(LocalDate date) {
    return date.getYear() * 12L + date.getMonthValue();
  }

  /** All on the same day of the month, as far as the month has it. */
  private boolean onOneDay() {
    int latest = 0;
    for (List<LocalDate> dates : series) {
      for (LocalDate date : dates) {
        latest = Math.max(latest, date.getDayOfMonth());
      }
    }
    int day = latest;
    return all(date -> date.getDayOfMonth() == Math.min(day, date.lengthOfMonth()));
  }

  /** All among the last days of their months. */
  private boolean atEnds(int days) {
    return all(date -> date.getDayOfMonth() > date.lengthOfMonth() - days);
  }

  private boolean early() {
    return all(date -> date.getDayOfMonth() <= EDGE);
  }

  private boolean all(Predicate<LocalDate> rule) {
    return series.stream().allMatch(dates -> dates.stream().allMatch(rule));
  }
}
