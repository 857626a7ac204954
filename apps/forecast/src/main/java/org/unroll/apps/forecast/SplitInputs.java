package org.unroll.apps.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.window.FeatureLayout;
import org.unroll.datasets.window.FittedSeries;
import org.unroll.datasets.window.Windows;

/** The windows of a split as they would be asked about: nothing is known of what came then. */
final class SplitInputs {
  private SplitInputs() {}

  /** A piece of its series for each window, whose targets end where the forecast starts. */
  static List<Series> of(Windows windows, FittedSeries fitted) {
    List<Series> all = windows.series();
    List<Series> pieces = new ArrayList<>();
    for (int window = 0; window < windows.size(); window++) {
      Series series = all.get(windows.seriesOf(window));
      int origin = windows.origin(window);
      Series piece = fitted.piece(series, origin);
      int asked = windows.config().gap() + windows.config().horizon();
      pieces.add(asked(piece, piece.length() - asked, windows.layout()));
    }
    return pieces;
  }

  private static Series asked(Series piece, int past, FeatureLayout layout) {
    double[][] values = new double[piece.columns().size()][];
    for (int i = 0; i < values.length; i++) {
      String column = piece.columns().get(i);
      values[i] = piece.values(column).clone();
      if (layout.targets().contains(column) || layout.past().contains(column)) {
        Arrays.fill(values[i], past, values[i].length, Double.NaN);
      }
    }
    return new Series(piece.id(), piece.axis(), piece.columns(), values);
  }
}
