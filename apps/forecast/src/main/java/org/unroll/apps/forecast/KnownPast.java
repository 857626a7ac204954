package org.unroll.apps.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unroll.apps.forecast.analysis.Rounded;
import org.unroll.datasets.window.Windows;

/**
 * What is shown of the first target before a forecast of it.
 *
 * @param times of the values
 * @param values as known, the latest last
 */
record KnownPast(List<String> times, List<Double> values) {
  private static final int SHOWN = 48;

  static KnownPast of(Windows windows, int window) {
    double[] past = windows.past(window, 0);
    int known = Math.min(SHOWN, past.length);
    List<String> times = new ArrayList<>();
    for (int i = known; i > 0; i--) {
      times.add(windows.label(window, -windows.config().gap() - i));
    }
    return new KnownPast(
        times, Rounded.list(Arrays.copyOfRange(past, past.length - known, past.length)));
  }
}
