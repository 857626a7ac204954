package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;

/** Charts and tables side by side; a table that is drawn is folded below its chart. */
final class DetailFigures {
  private final Html html;

  DetailFigures(Html html) {
    this.html = html;
  }

  /**
   * The same, then tables that take the whole width, such as single examples.
   *
   * @param wide those that are of a chart are folded below it
   */
  void add(List<Chart> charts, List<Table> tables, List<Table> wide) {
    List<Table> drawn = wide.stream().filter(table -> isDrawn(charts, table)).toList();
    List<Table> all = new ArrayList<>(tables);
    all.addAll(drawn);
    add(charts, all);
    html.raw("<div class=\"examples\">");
    wide.stream().filter(table -> !drawn.contains(table)).forEach(table -> html.table(table, ""));
    html.raw("</div>");
  }

  private static boolean isDrawn(List<Chart> charts, Table table) {
    return charts.stream().anyMatch(chart -> isOf(chart, table));
  }

  void add(List<Chart> charts, List<Table> tables) {
    if (!charts.isEmpty()) {
      html.raw("<div class=\"charts\">");
      for (Chart chart : charts) {
        add(chart, tables.stream().filter(table -> isOf(chart, table)).findFirst());
      }
      html.raw("</div>");
    }
    html.raw("<div class=\"tables\">");
    for (Table table : tables) {
      if (!isDrawn(charts, table)) {
        html.table(table, "");
      }
    }
    html.raw("</div>");
  }

  private void add(Chart chart, Optional<Table> table) {
    html.raw("<figure class=\"chart\">");
    html.element("figcaption", "", chart.title());
    new ChartPicture(chart).addTo(html);
    if (table.isPresent()) {
      Table numbers = new Table("", table.get().header(), table.get().rows());
      html.raw("<details><summary>as a table</summary>").table(numbers, "").raw("</details>");
    }
    html.raw("</figure>");
  }

  private static boolean isOf(Chart chart, Table table) {
    return chart.title().equals(table.title());
  }
}
