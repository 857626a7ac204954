package org.unroll.core.report;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which steps that are no numbers are named on an axis, and how: as many as there is room for. */
final class StepTicks {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  static final int MOST = 9;
  private static final int HOURS = 24;

  private StepTicks() {}

  /** Step to its name, ascending. */
  static Map<Integer, String> of(List<String> steps) {
    List<LocalDateTime> stamps = stamps(steps);
    return stamps.isEmpty() ? ofNames(steps) : ofStamps(stamps);
  }

  /** Empty if any of them is no stamp. */
  private static List<LocalDateTime> stamps(List<String> steps) {
    List<LocalDateTime> stamps = new ArrayList<>();
    for (String step : steps) {
      try {
        stamps.add(LocalDateTime.parse(step));
      } catch (DateTimeParseException e) {
        return List.of(); // names of another kind
      }
    }
    return stamps;
  }

  /** Every first, second, fifth, tenth, … */
  private static Map<Integer, String> ofNames(List<String> steps) {
    int every = 1;
    for (int i = 0; steps.size() > MOST * every; i++) {
      every = i % 3 == 1 ? every / 2 * 5 : every * 2;
    }
    Map<Integer, String> ticks = new LinkedHashMap<>();
    for (int step = 0; step < steps.size(); step += every) {
      ticks.put(step, steps.get(step));
    }
    return ticks;
  }

  /** Days at midnight; between them whole hours if there are few days. */
  private static Map<Integer, String> ofStamps(List<LocalDateTime> stamps) {
    long hours = Duration.between(stamps.get(0), stamps.get(stamps.size() - 1)).toHours();
    int every = 3;
    while (hours > (long) MOST * every) {
      every *= 2;
    }
    Map<Integer, String> ticks = new LinkedHashMap<>();
    if (every > HOURS) {
      int apart = (stamps.size() + MOST - 2) / (MOST - 1);
      for (int step = 0; step < stamps.size(); step += apart) {
        ticks.put(step, DAY.format(stamps.get(step)));
      }
      return ticks;
    }
    for (int step = 0; step < stamps.size(); step++) {
      LocalDateTime stamp = stamps.get(step);
      if (stamp.getMinute() == 0 && stamp.getHour() % every == 0) {
        ticks.put(step, (stamp.getHour() == 0 ? DAY : HOUR).format(stamp));
      }
    }
    return ticks;
  }
}
