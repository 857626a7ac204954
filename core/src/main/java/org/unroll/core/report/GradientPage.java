package org.unroll.core.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.inspect.GradientCurve;
import org.unroll.core.inspect.GradientPanel;
import org.unroll.core.inspect.Inspection;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;

/** The gradients of several runs side by side, on a page of its own. Not thread-safe. */
public final class GradientPage {
  private static final String ALONE = "Through the recurrence alone";
  private static final String ALL = "On all ways";

  private final Map<String, Inspection> runs = new LinkedHashMap<>();

  /** Adds a run that has a gradient. */
  public void add(String name, Inspection inspection) {
    runs.put(name, inspection);
  }

  /** Whether layers above read earlier states too in some run. */
  private boolean hasShortcuts() {
    return runs.values().stream()
        .anyMatch(run -> run.gradients().stream().anyMatch(GradientCurve::recurrenceAlone));
  }

  /** One, or if earlier states are read too one for the recurrence alone before it. */
  public List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (Chart chart : charts()) {
      Table table = GradientPanel.table(curves(chart.title().equals(ALONE)));
      tables.add(new Table(chart.title(), table.header(), table.rows()));
    }
    return tables;
  }

  private List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    if (hasShortcuts()) {
      charts.add(GradientPanel.chart(ALONE, curves(true)));
    }
    charts.add(GradientPanel.chart(ALL, curves(false)));
    return charts;
  }

  /**
   * @param alone whether to take that of the recurrence alone where a layer has it
   */
  private List<GradientCurve> curves(boolean alone) {
    List<GradientCurve> curves = new ArrayList<>();
    runs.forEach(
        (name, run) -> {
          Map<String, GradientCurve> ofRun = new LinkedHashMap<>();
          for (GradientCurve curve : run.gradients()) {
            if (alone || !curve.recurrenceAlone()) {
              ofRun.put(curve.layer(), curve);
            }
          }
          ofRun.forEach(
              (layer, curve) ->
                  curves.add(new GradientCurve(name + ": " + layer, false, curve.values())));
        });
    return curves;
  }

  /** Writes the page. */
  public void write(Path file) {
    Html body = new Html().raw("<section class=\"wide\">");
    body.element("p", "hint", GradientPanel.hint(hasShortcuts()));
    for (Map.Entry<String, Inspection> run : runs.entrySet()) {
      body.element("p", "hint", run.getKey() + ": " + run.getValue().scope());
    }
    new DetailFigures(body).add(charts(), List.of());
    body.raw("<div class=\"tables\">");
    tables().forEach(table -> body.table(table, ""));
    Page.write(file, "Gradients", GradientPanel.TITLE, body.raw("</div></section>"));
  }
}
