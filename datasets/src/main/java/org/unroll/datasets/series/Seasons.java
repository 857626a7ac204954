package org.unroll.datasets.series;

import java.util.LinkedHashMap;
import java.util.Map;

/** Cycles by name and length in steps, the shortest first. */
final class Seasons {
  private static final int DAYS_IN_WEEK = 7;
  private static final int WEEKS_IN_YEAR = 52;
  private static final int DAYS_IN_YEAR = 365;
  private static final int MONTHS_IN_YEAR = 12;

  private Seasons() {}

  /** Those that are a whole number of steps, and of more than one. */
  static Map<String, Integer> of(Frequency frequency) {
    Map<String, Integer> seasons = new LinkedHashMap<>();
    switch (frequency.unit()) {
      case SECOND -> {
        int day = 86_400;
        if (day % frequency.count() == 0) {
          add(seasons, "day", day / frequency.count());
          add(seasons, "week", DAYS_IN_WEEK * day / frequency.count());
        }
      }
      case DAY -> {
        if (frequency.count() == DAYS_IN_WEEK) {
          add(seasons, "year", WEEKS_IN_YEAR);
        } else if (frequency.count() == 1) {
          add(seasons, "week", DAYS_IN_WEEK);
          add(seasons, "year", DAYS_IN_YEAR);
        }
      }
      default -> {
        if (MONTHS_IN_YEAR % frequency.count() == 0) {
          add(seasons, "year", MONTHS_IN_YEAR / frequency.count());
        }
      }
    }
    return seasons;
  }

  private static void add(Map<String, Integer> seasons, String name, int steps) {
    if (steps > 1) {
      seasons.put(name, steps);
    }
  }
}
