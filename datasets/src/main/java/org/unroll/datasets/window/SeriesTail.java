package org.unroll.datasets.window;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.datasets.series.Series;

/** Where the known part of a series ends. */
record SeriesTail(Series series, List<String> targets) {
  private static final int SHOWN = 3;

  /** The step after the last one with a target. */
  int origin() {
    int origin = 0;
    for (String target : targets) {
      double[] values = series.values(target);
      for (int step = values.length; step > origin; step--) {
        if (!Double.isNaN(values[step - 1])) {
          origin = step;
        }
      }
    }
    return origin;
  }

  /**
   * @param first step to forecast
   * @throws UserError that names the columns and the steps without a value
   */
  static void requireKnown(Series series, List<String> columns, int first, int horizon) {
    List<String> complaints = new ArrayList<>();
    for (String column : columns) {
      double[] values = series.values(column);
      List<String> missing = new ArrayList<>();
      for (int step = first; step < first + horizon; step++) {
        if (Double.isNaN(values[step])) {
          missing.add(series.axis().label(step));
        }
      }
      if (!missing.isEmpty()) {
        complaints.add("'" + column + "' at " + shown(missing));
      }
    }
    if (!complaints.isEmpty()) {
      throw new UserError(
          "%sthe forecast needs values that are missing: %s; add rows for these hours with an empty target"
              .formatted(
                  series.id().isEmpty() ? "" : "series '" + series.id() + "': ",
                  String.join("; ", complaints)));
    }
  }

  private static String shown(List<String> missing) {
    String all = missing.size() + " of the hours: ";
    return missing.size() <= SHOWN
        ? all + String.join(", ", missing)
        : all + missing.get(0) + " to " + missing.get(missing.size() - 1);
  }
}
