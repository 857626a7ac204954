package org.unroll.datasets.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables without stamps, each going on where the one before ended. */
final class RowsInTurn {
  private RowsInTurn() {}

  static List<RawTable> of(List<RawTable> tables, Frequency frequency) {
    Map<String, Integer> next = new HashMap<>();
    List<RawTable> shifted = new ArrayList<>();
    for (RawTable table : tables) {
      List<RawSeries> all = new ArrayList<>();
      for (RawSeries series : table.series()) {
        int step = next.getOrDefault(series.id(), 0);
        List<RawSeries.Step> rows = new ArrayList<>();
        for (RawSeries.Step row : series.rows()) {
          rows.add(new RawSeries.Step(frequency.plus(0, step), row.values(), row.origin()));
          step++;
        }
        next.put(series.id(), step);
        all.add(new RawSeries(series.id(), rows));
      }
      shifted.add(new RawTable(table.source(), table.columns(), all, table.stamps()));
    }
    return shifted;
  }
}
