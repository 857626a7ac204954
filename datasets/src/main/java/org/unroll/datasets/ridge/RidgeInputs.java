package org.unroll.datasets.ridge;

import org.unroll.datasets.window.FeatureLayout;
import org.unroll.datasets.window.Scale;
import org.unroll.datasets.window.SeriesFeatures;
import org.unroll.datasets.window.WindowShape;
import org.unroll.datasets.window.Windows;

/**
 * What a linear model reads of a window: all that the net sees, in one row. Of the calendar, the
 * first and the last step to forecast tell all. Immutable.
 */
record RidgeInputs(Windows windows) {

  /** Inputs, the constant first. */
  int size() {
    FeatureLayout layout = windows.layout();
    WindowShape config = windows.config();
    int columns = layout.past().size() + layout.future().size();
    return 1
        + config.past() * (windows.targets() + columns)
        + config.horizon() * layout.future().size()
        + 2 * layout.calendarSize()
        + layout.fixed().size();
  }

  int outputs() {
    return windows.targets() * windows.config().horizon();
  }

  /** Writes the inputs of a window; what is missing is 0, the mean. */
  void write(int window, double[] into, int from) {
    FeatureLayout layout = windows.layout();
    WindowShape config = windows.config();
    SeriesFeatures series = windows.features(window);
    int at = from;
    into[at++] = 1;
    int first = windows.origin(window) - config.past();
    for (int target = 0; target < windows.targets(); target++) {
      Scale scale = windows.scale(window, target);
      for (int step = first; step < windows.origin(window); step++) {
        double value = series.target(target, step);
        into[at++] = Double.isNaN(value) ? 0 : scale.scaled(value);
      }
    }
    int columns = layout.past().size() + layout.future().size();
    for (int column = 0; column < columns; column++) {
      for (int step = first; step < windows.origin(window); step++) {
        into[at++] = series.covariate(step, column);
      }
    }
    for (int column = layout.past().size(); column < columns; column++) {
      for (int step = 0; step < config.horizon(); step++) {
        into[at++] = series.covariate(windows.step(window, step), column);
      }
    }
    for (int i = columns; i < columns + layout.calendarSize(); i++) {
      into[at++] = series.covariate(windows.step(window, 0), i);
      into[at++] = series.covariate(windows.step(window, config.horizon() - 1), i);
    }
    for (int i = columns + layout.calendarSize(); i < layout.covariates(); i++) {
      into[at++] = series.covariate(windows.origin(window) - 1, i);
    }
  }

  /**
   * Writes the scaled targets of a window.
   *
   * @return false if one is missing
   */
  boolean writeTargets(int window, double[] into, int from) {
    int at = from;
    for (int target = 0; target < windows.targets(); target++) {
      Scale scale = windows.scale(window, target);
      for (double value : windows.truth(window, target)) {
        if (Double.isNaN(value)) {
          return false;
        }
        into[at++] = scale.scaled(value);
      }
    }
    return true;
  }
}
