package org.unroll.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Scale;

/** Draws a {@link Chart} as inline SVG with a legend. Text is escaped. Not thread-safe. */
final class ChartPicture {
  private static final double LETTER = 6.2; // pixels, about
  static final int COLOURS = 13; // in figures.css; more lines begin anew
  private static final int FEW = 400; // dots that may be large

  private final Chart chart;
  private final List<Double> reached = new ArrayList<>();
  private String unit = "";
  private final List<Key> legend = new ArrayList<>();

  /** What a line, band or cloud of the picture is. */
  record Key(String kind, int colour, String name) {}

  ChartPicture(Chart chart) {
    this.chart = chart;
  }

  /** Values that the vertical axis of lines must reach beside their own. */
  ChartPicture reaching(List<Double> values) {
    reached.addAll(values);
    return this;
  }

  /** What a step is called under the mouse, such as {@code epoch}. */
  ChartPicture stepping(String name) {
    unit = name;
    return this;
  }

  /** Adds the picture; its title is not drawn. */
  void addTo(Html html) {
    html.raw(svg());
    if (!legend.isEmpty()) {
      html.raw("<p class=\"legend\">");
      legend.forEach(key -> html.raw(markup(key)));
      html.raw("</p>");
    }
  }

  /** Of the picture that was drawn last. */
  List<Key> legend() {
    return legend;
  }

  /** The picture alone. */
  String svg() {
    if (chart instanceof Chart.Lines lines) {
      return new LinesPicture(lines, unit.isEmpty() ? lines.across() : unit, this).svg(reached);
    }
    if (chart instanceof Chart.Points points) {
      return draw(points);
    }
    if (chart instanceof Chart.Paths paths) {
      return draw(paths);
    }
    if (chart instanceof Chart.Surface surface) {
      return new SurfacePicture(surface, this).svg();
    }
    if (chart instanceof Chart.Agreement agreement) {
      addKey("line agreeing", 0, agreement.agreeing());
      addKey("dots", 1, "larger: more " + agreement.counted());
      return AgreementPicture.svg(agreement);
    }
    return chart instanceof Chart.Heat heat ? HeatPicture.svg(heat) : draw((Chart.Bars) chart);
  }

  private static String markup(Key key) {
    return String.format(
        Locale.ROOT,
        "<span><i class=\"%s colour%d\"></i>%s</span>",
        key.kind(),
        key.colour(),
        Html.escape(key.name()));
  }

  void addKey(String kind, int colour, String name) {
    legend.add(new Key(kind, colour % COLOURS, name));
  }

  static boolean known(List<Double> values, int step) {
    return step >= 0 && step < values.size() && Double.isFinite(values.get(step));
  }

  static String point(ChartFrame frame, char command, double x, double y) {
    return String.format(Locale.ROOT, "%c%.1f %.1f", command, frame.x(x), frame.y(y));
  }

  private String draw(Chart.Points points) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Chart.Cloud cloud : points.clouds()) {
      x.addAll(cloud.x());
      y.addAll(cloud.y());
    }
    if (points.shares()) {
      x.addAll(List.of(0.0, 1.0));
      y.addAll(List.of(0.0, 1.0));
    }
    ChartFrame.Names names = new ChartFrame.Names(points.title(), points.across(), points.up());
    ChartFrame frame = new ChartFrame(names, across(points, x), AxisRange.of(y));
    addTicks(frame, points);
    String kind = x.size() <= FEW ? "few dots" : "dots";
    for (int i = 0; i < points.clouds().size(); i++) {
      Chart.Cloud cloud = points.clouds().get(i);
      List<double[]> dots = new ArrayList<>();
      for (int n = 0; n < cloud.x().size(); n++) {
        boolean placed = !points.logarithmic() || cloud.x().get(n) > 0;
        if (placed && known(cloud.x(), n) && known(cloud.y(), n)) {
          dots.add(new double[] {cloud.x().get(n), cloud.y().get(n)});
        }
      }
      frame.dots(kind, i % COLOURS, dots);
      addKey("dots", i, cloud.name());
    }
    return frame.svg();
  }

  private static AxisRange across(Chart.Points points, List<Double> x) {
    if (points.logarithmic()) {
      return AxisRange.logarithmic(x);
    }
    int places = points.places().size();
    return places == 0 ? AxisRange.of(x) : new AxisRange(-0.5, places - 0.5);
  }

  private static void addTicks(ChartFrame frame, Chart.Points points) {
    if (points.places().isEmpty()) {
      frame.ticks();
      return;
    }
    Map<Double, String> names = new LinkedHashMap<>();
    for (int i = 0; i < points.places().size(); i++) {
      names.put((double) i, points.places().get(i));
    }
    frame.ticks(names);
  }

  private String draw(Chart.Paths paths) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Chart.Cloud path : paths.paths()) {
      x.addAll(path.x());
      y.addAll(path.y());
    }
    ChartFrame.Names names = new ChartFrame.Names(paths.title(), paths.across(), paths.up());
    ChartFrame frame = new ChartFrame(names, AxisRange.of(x), AxisRange.of(y));
    frame.ticks();
    for (int i = 0; i < paths.paths().size(); i++) {
      addPath(frame, i % COLOURS, paths.paths().get(i));
    }
    return frame.svg();
  }

  private void addPath(ChartFrame frame, int colour, Chart.Cloud path) {
    StringBuilder points = new StringBuilder();
    for (int n = 0; n < path.x().size(); n++) {
      if (known(path.x(), n) && known(path.y(), n)) {
        double x = path.x().get(n);
        double y = path.y().get(n);
        if (points.isEmpty()) {
          frame.dot("colour" + colour, x, y, path.name());
        }
        points.append(point(frame, points.isEmpty() ? 'M' : 'L', x, y));
      }
    }
    frame.path("line way", colour, points.toString());
    addKey("line", colour, path.name());
  }

  private String draw(Chart.Bars bars) {
    List<Double> values = bars.bars().stream().map(Chart.Bar::value).toList();
    AxisRange across = new AxisRange(-0.5, bars.bars().size() - 0.5);
    AxisRange up = AxisRange.withZero(values);
    ChartFrame.Names names = new ChartFrame.Names(bars.title(), bars.across(), bars.up());
    ChartFrame frame = new ChartFrame(names, across, up);
    int longest = bars.bars().stream().mapToInt(bar -> bar.name().length()).max().orElse(0);
    int every = (int) Math.max(1, Math.ceil((longest + 1) * LETTER / frame.unit()));
    Map<Double, String> ticks = new LinkedHashMap<>();
    for (int i = 0; i < bars.bars().size(); i++) {
      Chart.Bar bar = bars.bars().get(i);
      String tip = bar.name() + ": " + Scale.OPEN.text(bar.value());
      frame.bar(bar.marked() ? "bar colour2" : "bar colour1", i, bar.value(), tip);
      if (i % every == 0) {
        ticks.put((double) i, bar.name());
      }
    }
    frame.ticks(ticks);
    if (up.low() < 0) {
      frame.zero();
    }
    if (!bars.marked().isEmpty()) {
      addKey("share", 2, bars.marked());
    }
    return frame.svg();
  }
}
