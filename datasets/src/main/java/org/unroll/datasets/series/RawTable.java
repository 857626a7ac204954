package org.unroll.datasets.series;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file gave.
 *
 * @param source the file
 * @param columns names of the values of each row
 * @param stamps how rows say when they are
 */
record RawTable(
    String source, List<String> columns, List<RawSeries> series, TimeAxis.Stamps stamps) {

  /** Each target column becomes a series of its own, with all other columns beside it. */
  RawTable byColumn(List<String> targets) {
    List<String> others = new ArrayList<>(columns);
    others.removeAll(targets);
    List<String> names = new ArrayList<>(List.of(SeriesConfig.VALUE));
    names.addAll(others);
    List<RawSeries> all = new ArrayList<>();
    for (RawSeries raw : series) {
      for (String target : targets) {
        List<String> taken = new ArrayList<>(List.of(target));
        taken.addAll(others);
        String id = raw.id().isEmpty() ? target : raw.id() + "/" + target;
        all.add(new RawSeries(id, only(taken, raw)));
      }
    }
    return new RawTable(source, names, all, stamps);
  }

  private List<RawSeries.Step> only(List<String> taken, RawSeries raw) {
    List<RawSeries.Step> rows = new ArrayList<>();
    for (RawSeries.Step row : raw.rows()) {
      double[] values = new double[taken.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.values()[columns.indexOf(taken.get(i))];
      }
      rows.add(new RawSeries.Step(row.second(), values, row.origin()));
    }
    return rows;
  }
}
