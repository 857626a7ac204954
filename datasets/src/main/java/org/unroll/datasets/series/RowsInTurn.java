package org.unroll.datasets.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables without stamps, each going on where the one before ended. */
final class RowsInTurn {
  private RowsInTurn() {}

  static List<RawTable> of(List<RawTable> tables) {
    Map<String, Long> next = new HashMap<>();
    List<RawTable> shifted = new ArrayList<>();
    for (RawTable table : tables) {
      List<RawSeries> all = new ArrayList<>();
      for (RawSeries series : table.series()) {
        long start = next.getOrDefault(series.id(), 0L);
        List<RawSeries.Step> rows = new ArrayList<>();
        for (RawSeries.Step row : series.rows()) {
          rows.add(new RawSeries.Step(start + row.second(), row.values(), row.origin()));
        }
        long last = rows.get(rows.size() - 1).second();
        long step =
            rows.size() > 1
                ? last - rows.get(rows.size() - 2).second()
                : Frequency.HOURLY.seconds();
        next.put(series.id(), last + step);
        all.add(new RawSeries(series.id(), rows));
      }
      shifted.add(new RawTable(table.source(), table.columns(), all, table.stamped()));
    }
    return shifted;
  }
}
