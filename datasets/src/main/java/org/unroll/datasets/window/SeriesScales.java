package org.unroll.datasets.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.unroll.core.UserError;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SplitSeries;

/**
 * Mean and deviation of every column over the training span. Immutable, saved as JSON.
 *
 * @param columns by name, over all series together
 * @param targets by series, then by name
 */
public record SeriesScales(Map<String, Scale> columns, Map<String, Map<String, Scale>> targets) {

  /**
   * @throws UserError if a column has no value in the training span
   */
  static SeriesScales fit(SplitSeries split, SeriesConfig config, Consumer<String> notices) {
    Map<String, Scale> columns = new LinkedHashMap<>();
    List<String> targets = config.targetNames();
    for (String column : columns(config)) {
      Scale.Moments moments = new Scale.Moments();
      for (int i = 0; i < split.series().size(); i++) {
        moments.add(split.series().get(i).values(column), 0, split.parts().get(i).train());
      }
      if (moments.isEmpty()) {
        throw new UserError(
            "the column '"
                + column
                + "' has no value in the training span; leave it out or give a file that has some");
      }
      if (moments.isConstant()) {
        notices.accept("the column '" + column + "' is constant in the training span");
      }
      columns.put(column, moments.scale());
    }
    Map<String, Map<String, Scale>> own = new LinkedHashMap<>();
    for (int i = 0; i < split.series().size(); i++) {
      Series series = split.series().get(i);
      Map<String, Scale> scales = new LinkedHashMap<>();
      for (String target : targets) {
        scales.put(target, Scale.of(series.values(target), 0, split.parts().get(i).train()));
      }
      own.put(series.id(), scales);
    }
    return new SeriesScales(columns, own);
  }

  private static List<String> columns(SeriesConfig config) {
    List<String> all = new ArrayList<>(config.targetNames());
    all.addAll(config.past());
    all.addAll(config.future());
    all.addAll(config.fixed());
    return all;
  }

  /** The series' own scale of a target; that of all series for one that is new. */
  Scale own(String series, String target) {
    return targets.getOrDefault(series, columns).get(target);
  }

  boolean knows(String series) {
    return targets.containsKey(series);
  }
}
