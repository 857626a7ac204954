package org.unroll.datasets.series;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * What the calendar says of a step, as sines and cosines of its place in a cycle. Overtones let a
 * linear model follow any shape over the seven weekdays and a two-humped day or year.
 */
public enum CalendarFeature {
  HOUR(2, ChronoUnit.DAYS) {
    @Override
    public boolean tells(Frequency frequency) {
      return frequency.stepsInDay() > 1;
    }

    @Override
    double turn(ZonedDateTime time) {
      return (time.getHour() + time.getMinute() / 60.0) / 24;
    }
  },
  WEEKDAY(3, ChronoUnit.WEEKS) {
    @Override
    public boolean tells(Frequency frequency) {
      return !frequency.isMonthly() && (!frequency.isDated() || frequency.count() % WEEK != 0);
    }

    @Override
    double turn(ZonedDateTime time) {
      return (time.getDayOfWeek().getValue() - 1) / 7.0;
    }
  },
  SEASON(2, ChronoUnit.YEARS) {
    @Override
    public boolean tells(Frequency frequency) {
      return !frequency.isMonthly() || frequency.count() % MONTHS != 0;
    }

    @Override
    double turn(ZonedDateTime time) {
      return (time.getDayOfYear() - 1) / 365.25;
    }
  };

  private static final int WEEK = 7;
  private static final int MONTHS = 12;

  private final int overtones;
  private final ChronoUnit cycle;

  CalendarFeature(int overtones, ChronoUnit cycle) {
    this.overtones = overtones;
    this.cycle = cycle;
  }

  /** Whether all of its cycle lies between two times: of what does not, nothing can be learnt. */
  public boolean turnsWithin(ZonedDateTime from, ZonedDateTime to) {
    return !from.plus(1, cycle).isAfter(to);
  }

  /** Whether it differs from step to step: a day has no hour, a year no season. */
  public abstract boolean tells(Frequency frequency);

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
