package org.unroll.datasets.series;

import java.time.ZonedDateTime;

/**
 * What the calendar says of a step, as sines and cosines of its place in a cycle. Overtones let a
 * linear model follow any shape over the seven weekdays and a two-humped day or year.
 */
public enum CalendarFeature {
  HOUR(2) {
    @Override
    double turn(ZonedDateTime time) {
      return (time.getHour() + time.getMinute() / 60.0) / 24;
    }
  },
  WEEKDAY(3) {
    @Override
    double turn(ZonedDateTime time) {
      return (time.getDayOfWeek().getValue() - 1) / 7.0;
    }
  },
  SEASON(2) {
    @Override
    double turn(ZonedDateTime time) {
      return (time.getDayOfYear() - 1) / 365.25;
    }
  };

  private final int overtones;

  CalendarFeature(int overtones) {
    this.overtones = overtones;
  }

  /** Where in the cycle, 0 to 1. */
  abstract double turn(ZonedDateTime time);

  /** Numbers a step. */
  public int size() {
    return 2 * overtones;
  }

  /** Writes {@link #size()} numbers. */
  public void write(ZonedDateTime time, float[] into, int at) {
    double angle = 2 * Math.PI * turn(time);
    for (int k = 0; k < overtones; k++) {
      into[at + 2 * k] = (float) Math.sin((k + 1) * angle);
      into[at + 2 * k + 1] = (float) Math.cos((k + 1) * angle);
    }
  }
}
