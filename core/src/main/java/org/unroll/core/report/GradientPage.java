package org.unroll.core.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Of the recurrence alone, if layers above read earlier states too, and of all ways. */
  private List<Boolean> views() {
    return hasShortcuts() ? List.of(true, false) : List.of(false);
  }

  /** One a view. */
  public List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (boolean alone : views()) {
      List<GradientCurve> curves = new ArrayList<>();
      runs.forEach(
          (name, run) ->
              curves(run, alone)
                  .forEach(
                      (layer, curve) ->
                          curves.add(named(name + ": " + layer, Optional.of(curve)))));
      Table table = GradientPanel.table(curves);
      String title = hasShortcuts() ? alone ? ALONE : ALL : table.title();
      tables.add(new Table(title, table.header(), table.rows()));
    }
    return tables;
  }

  /** One a layer and view, with a line a run, whose colour is the same in all. */
  private List<Chart> charts() {
    Set<String> layers = new LinkedHashSet<>();
    runs.values().forEach(run -> layers.addAll(curves(run, false).keySet()));
    List<Chart> charts = new ArrayList<>();
    for (boolean alone : views()) {
      for (String layer : layers) {
        List<GradientCurve> curves = new ArrayList<>();
        runs.forEach(
            (name, run) ->
                curves.add(named(name, Optional.ofNullable(curves(run, alone).get(layer)))));
        String view =
            hasShortcuts() ? (alone ? ", " + ALONE : ", " + ALL).toLowerCase(Locale.ROOT) : "";
        charts.add(
            GradientPanel.chart(
                "Gradient by the state of " + layer + ", by steps back" + view, curves));
      }
    }
    return charts;
  }

  private static GradientCurve named(String name, Optional<GradientCurve> curve) {
    return new GradientCurve(name, false, curve.map(GradientCurve::values).orElse(List.of()));
  }

  /**
   * By layer.
   *
   * @param alone whether to take that of the recurrence alone where a layer has it
   */
  private static Map<String, GradientCurve> curves(Inspection run, boolean alone) {
    Map<String, GradientCurve> curves = new LinkedHashMap<>();
    for (GradientCurve curve : run.gradients()) {
      if (alone || !curve.recurrenceAlone()) {
        curves.put(curve.layer(), curve);
      }
    }
    return curves;
  }

  /** Writes the page. */
  public void write(Path file) {
    List<Chart> charts = charts();
    String css = charts.size() <= views().size() ? "wide" : "beside"; // of one layer, or several
    Html body = new Html().raw("<section class=\"" + css + "\">");
    List<GradientCurve> all = new ArrayList<>();
    runs.values().forEach(run -> all.addAll(run.gradients()));
    body.element("p", "hint", GradientPanel.hint(all));
    new DetailFigures(body).add(charts, List.of());
    body.raw("<div class=\"tables\">");
    tables().forEach(table -> body.table(table, ""));
    body.raw("</div>");
    List<String> scopes = new ArrayList<>();
    runs.forEach((name, run) -> scopes.add(name + ": " + run.scope()));
    body.element("p", "hint", String.join("; ", scopes) + ".").raw("</section>");
    Page.write(file, "Gradients", GradientPanel.TITLE, body);
  }
}
