package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Scale;

/** Draws a {@link Chart} as inline SVG with a legend. Text is escaped. Not thread-safe. */
final class ChartPicture {
  private static final double LETTER = 6.2; // pixels, about
  private static final int COLOURS = 13; // in figures.css; more lines begin anew
  private static final int TIPS = 40; // more would lie upon each other

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
    unit = name + " ";
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
      return draw(lines);
    }
    if (chart instanceof Chart.Points points) {
      return draw(points);
    }
    if (chart instanceof Chart.Paths paths) {
      return draw(paths);
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

  private void addKey(String kind, int colour, String name) {
    legend.add(new Key(kind, colour % COLOURS, name));
  }

  /** A logarithm has no place for what is not positive. */
  private static Chart.Lines positive(Chart.Lines all) {
    List<Chart.Line> lines = new ArrayList<>();
    List<Chart.Band> bands = new ArrayList<>();
    all.lines().forEach(line -> lines.add(new Chart.Line(line.name(), positive(line.values()))));
    for (Chart.Band band : all.bands()) {
      bands.add(new Chart.Band(band.name(), positive(band.low()), positive(band.high())));
    }
    return new Chart.Lines(all.title(), all.steps(), lines, bands, all.marks(), true);
  }

  private static List<Double> positive(List<Double> values) {
    return values.stream().map(value -> value > 0 ? value : Double.NaN).toList();
  }

  private String draw(Chart.Lines given) {
    Chart.Lines lines = given.logarithmic() ? positive(given) : given;
    List<Double> all = new ArrayList<>(reached);
    lines.lines().forEach(line -> all.addAll(line.values()));
    lines.bands().forEach(band -> all.addAll(band.low()));
    lines.bands().forEach(band -> all.addAll(band.high()));
    int last = lines.steps().size() - 1;
    AxisRange across = last < 1 ? new AxisRange(-1, 1) : new AxisRange(0, last);
    AxisRange up = lines.logarithmic() ? AxisRange.logarithmic(all) : AxisRange.of(all);
    ChartFrame frame = new ChartFrame(lines.title(), across, up);
    StepTicks.of(lines.steps()).forEach(frame::tick);
    for (Chart.Band band : lines.bands()) {
      frame.path("band", 1, outline(frame, band));
    }
    for (int i = 0; i < lines.lines().size(); i++) {
      addLine(frame, i, lines, lines.lines().get(i));
    }
    lines.bands().forEach(band -> addKey("band", 1, band.name()));
    lines.marks().forEach(mark -> frame.mark(mark.step(), mark.name()));
    return frame.svg();
  }

  /**
   * A value without neighbours is a dot, as a line needs two; the others are seen if pointed at.
   */
  private void addLine(ChartFrame frame, int colour, Chart.Lines chart, Chart.Line line) {
    StringBuilder path = new StringBuilder();
    List<String> steps = chart.steps();
    List<Double> values = line.values();
    for (int step = 0; step < values.size(); step++) {
      if (!known(values, step)) {
        continue;
      }
      boolean alone = !known(values, step - 1) && !known(values, step + 1);
      if (alone || steps.size() <= TIPS || step == steps.size() - 1) {
        String tip = unit + steps.get(step) + ": " + text(values.get(step), chart.logarithmic());
        frame.dot(
            (alone ? "colour" : "tip colour") + colour % COLOURS, step, values.get(step), tip);
      }
      path.append(point(frame, known(values, step - 1) ? 'L' : 'M', step, values.get(step)));
    }
    if (!path.isEmpty()) { // a line without a value keeps its colour free
      frame.path("line", colour % COLOURS, path.toString());
      addKey("line", colour, line.name());
    }
  }

  private static String text(double value, boolean logarithmic) {
    return logarithmic ? String.format(Locale.ROOT, "%.3g", value) : Scale.OPEN.text(value);
  }

  private static boolean known(List<Double> values, int step) {
    return step >= 0 && step < values.size() && Double.isFinite(values.get(step));
  }

  /** Along the upper side and back along the lower one, stretch by stretch. */
  private static String outline(ChartFrame frame, Chart.Band band) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (int step = 0; step <= band.low().size(); step++) {
      if (known(band.low(), step) && known(band.high(), step)) {
        continue;
      }
      for (int s = from; s < step; s++) {
        path.append(point(frame, s == from ? 'M' : 'L', s, band.high().get(s)));
      }
      for (int s = step - 1; s >= from; s--) {
        path.append(point(frame, 'L', s, band.low().get(s)));
      }
      path.append(step > from ? "Z" : "");
      from = step + 1;
    }
    return path.toString();
  }

  private static String point(ChartFrame frame, char command, double x, double y) {
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
    AxisRange across = AxisRange.of(x);
    ChartFrame frame = new ChartFrame(points.title(), across, AxisRange.of(y));
    across.ticks().forEach(tick -> frame.tick(tick, across.label(tick)));
    frame.titles(points.across(), points.up());
    for (int i = 0; i < points.clouds().size(); i++) {
      Chart.Cloud cloud = points.clouds().get(i);
      List<double[]> dots = new ArrayList<>();
      for (int n = 0; n < cloud.x().size(); n++) {
        if (known(cloud.x(), n) && known(cloud.y(), n)) {
          dots.add(new double[] {cloud.x().get(n), cloud.y().get(n)});
        }
      }
      frame.dots(i, dots);
      addKey("dots", i, cloud.name());
    }
    return frame.svg();
  }

  private String draw(Chart.Paths paths) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Chart.Cloud path : paths.paths()) {
      x.addAll(path.x());
      y.addAll(path.y());
    }
    AxisRange across = AxisRange.of(x);
    ChartFrame frame = new ChartFrame(paths.title(), across, AxisRange.of(y));
    across.ticks().forEach(tick -> frame.tick(tick, across.label(tick)));
    frame.titles(paths.across(), paths.up());
    for (int i = 0; i < paths.paths().size(); i++) {
      addPath(frame, i, paths.paths().get(i));
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

  private static String draw(Chart.Bars bars) {
    List<Double> values = bars.bars().stream().map(Chart.Bar::value).toList();
    AxisRange across = new AxisRange(-0.5, bars.bars().size() - 0.5);
    ChartFrame frame = new ChartFrame(bars.title(), across, AxisRange.of(values).fromZero());
    int longest = bars.bars().stream().mapToInt(bar -> bar.name().length()).max().orElse(0);
    int every = (int) Math.max(1, Math.ceil((longest + 1) * LETTER / frame.unit()));
    for (int i = 0; i < bars.bars().size(); i++) {
      Chart.Bar bar = bars.bars().get(i);
      frame.bar(i, bar.value(), bar.name() + ": " + Scale.OPEN.text(bar.value()));
      if (i % every == 0) {
        frame.tick(i, bar.name());
      }
    }
    frame.titles("", bars.up());
    return frame.svg();
  }
}
