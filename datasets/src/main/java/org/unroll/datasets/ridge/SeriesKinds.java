package org.unroll.datasets.ridge;

import java.util.List;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.window.Windows;

/**
 * The series a window is of: each has habits of its own. A series that was not there in training is
 * of no kind.
 */
record SeriesKinds(List<String> ids) implements WindowKinds {

  /** Where there are several. */
  static boolean fit(Windows windows) {
    return windows.series().size() > 1;
  }

  static SeriesKinds of(Windows windows) {
    return new SeriesKinds(windows.series().stream().map(Series::id).toList());
  }

  @Override
  public int count() {
    return ids.size();
  }

  @Override
  public double[] shares(Windows windows, int window) {
    double[] shares = new double[ids.size()];
    int kind = ids.indexOf(windows.features(window).series().id());
    if (kind >= 0) {
      shares[kind] = 1;
    }
    return shares;
  }

  @Override
  public String toString() {
    return count() + " series";
  }
}
