package org.unroll.core.inspect;

import java.util.List;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;

/**
 * One point of view.
 *
 * @param hint how to read its pictures
 */
public record Panel(String title, String hint, List<Chart> charts, List<Table> tables) {
  public Panel {
    charts = List.copyOf(charts);
    tables = List.copyOf(tables);
  }
}
