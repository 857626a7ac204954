package org.unroll.datasets.ridge;

import org.unroll.datasets.series.CalendarFeature;
import org.unroll.datasets.series.Frequency;
import org.unroll.datasets.window.Windows;

/** The hour of the day of the first step to forecast. */
record HourKinds() implements WindowKinds {
  private static final int HOURS = 24;

  /** Hourly series whose calendar the net sees: a model for each hour is much of a calendar. */
  static boolean fit(Windows windows) {
    return windows.layout().calendar().contains(CalendarFeature.HOUR)
        && windows.frequency().equals(Frequency.HOURLY);
  }

  @Override
  public int count() {
    return HOURS;
  }

  @Override
  public double[] shares(Windows windows, int window) {
    double[] shares = new double[HOURS];
    shares[windows.time(window, 0).getHour()] = 1;
    return shares;
  }

  @Override
  public String toString() {
    return count() + " hours of the day";
  }
}
