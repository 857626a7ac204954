package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Scale;

/** Draws a {@link Chart.Lines}. */
final class LinesPicture {
  private static final int TIPS = 40; // more would lie upon each other

  private static final int DASHES = 3; // in figures.css
  private static final List<Chart.Stroke> FROM_BELOW =
      List.of(Chart.Stroke.FAINT, Chart.Stroke.PALE, Chart.Stroke.PLAIN, Chart.Stroke.DASHED);

  private final Chart.Lines chart;
  private final StepAxis steps;
  private final String unit;
  private final ChartPicture picture;

  /**
   * @param unit what a step is called under the mouse; may be empty
   * @param picture whose legend it is
   */
  LinesPicture(Chart.Lines given, String unit, ChartPicture picture) {
    this.chart = given.logarithmic() ? positive(given) : given;
    this.steps = StepAxis.of(given.steps());
    this.unit = unit.isEmpty() ? "" : unit + " ";
    this.picture = picture;
  }

  /** A logarithm has no place for what is not positive. */
  private static Chart.Lines positive(Chart.Lines all) {
    List<Chart.Line> lines = new ArrayList<>();
    List<Chart.Band> bands = new ArrayList<>();
    all.lines()
        .forEach(
            line -> lines.add(new Chart.Line(line.name(), positive(line.values()), line.stroke())));
    for (Chart.Band band : all.bands()) {
      bands.add(new Chart.Band(band.name(), positive(band.low()), positive(band.high())));
    }
    return new Chart.Lines(all.title(), all.steps(), lines, bands, all.marks())
        .named(all.across(), all.up())
        .with(all.levels())
        .byFactors();
  }

  private static List<Double> positive(List<Double> values) {
    return values.stream().map(value -> value > 0 ? value : Double.NaN).toList();
  }

  /**
   * @param reached values that the vertical axis must reach beside those of the chart
   */
  String svg(List<Double> reached) {
    ChartFrame.Names names =
        new ChartFrame.Names(chart.title(), chart.across(), chart.up(), named(chart.marks()));
    ChartFrame frame = new ChartFrame(names, steps.range(), up(reached));
    frame.ticks(steps.ticks());
    for (Chart.Band band : chart.bands()) {
      frame.path("band", 1, outline(frame, band));
    }
    for (Chart.Stroke stroke : FROM_BELOW) {
      for (int i = 0; i < chart.lines().size(); i++) {
        if (chart.lines().get(i).stroke() == stroke) {
          addLine(frame, i, chart.lines().get(i));
        }
      }
    }
    addKeys();
    chart.bands().forEach(band -> picture.addKey("band", 1, band.name()));
    chart.levels().forEach(level -> frame.level(level.value(), level.name()));
    chart.marks().forEach(mark -> frame.mark(steps.place(mark.step()), mark.name()));
    return frame.svg();
  }

  private static boolean named(List<Chart.Mark> marks) {
    return marks.stream().anyMatch(mark -> !mark.name().isEmpty());
  }

  private AxisRange up(List<Double> reached) {
    List<Double> all = new ArrayList<>(reached);
    chart.lines().forEach(line -> all.addAll(line.values()));
    chart.bands().forEach(band -> all.addAll(band.low()));
    chart.bands().forEach(band -> all.addAll(band.high()));
    chart.levels().forEach(level -> all.add(level.value()));
    return chart.logarithmic() ? AxisRange.logarithmic(all) : AxisRange.of(all);
  }

  /** A line without a value keeps its colour free. */
  private void addKeys() {
    for (int i = 0; i < chart.lines().size(); i++) {
      Chart.Line line = chart.lines().get(i);
      boolean named = line.stroke() != Chart.Stroke.FAINT;
      if (named && line.values().stream().anyMatch(Double::isFinite)) {
        picture.addKey(css(line), i, line.name());
      }
    }
  }

  private String css(Chart.Line line) {
    return switch (line.stroke()) {
      case PLAIN -> "line";
      case DASHED -> "line dashed dash" + dashedBefore(line) % DASHES;
      case PALE -> "line pale";
      case FAINT -> "line faint";
    };
  }

  private long dashedBefore(Chart.Line line) {
    return chart.lines().stream()
        .takeWhile(other -> other != line)
        .filter(other -> other.stroke() == Chart.Stroke.DASHED)
        .count();
  }

  /**
   * A value without neighbours is a dot, as a line needs two; the others are seen if pointed at.
   */
  private void addLine(ChartFrame frame, int number, Chart.Line line) {
    StringBuilder path = new StringBuilder();
    List<Double> values = line.values();
    int colour = number % ChartPicture.COLOURS;
    for (int step = 0; step < values.size(); step++) {
      if (!ChartPicture.known(values, step)) {
        continue;
      }
      boolean before = ChartPicture.known(values, step - 1);
      boolean alone = !before && !ChartPicture.known(values, step + 1);
      if (alone || values.size() <= TIPS || step == values.size() - 1) {
        String tip = unit + chart.steps().get(step) + ": " + text(values.get(step));
        boolean faint = line.stroke() == Chart.Stroke.FAINT;
        frame.dot(
            (alone ? "" : "tip ") + (faint ? "faint" : "colour" + colour),
            steps.place(step),
            values.get(step),
            faint ? line.name() + ", " + tip : tip);
      }
      path.append(
          ChartPicture.point(frame, before ? 'L' : 'M', steps.place(step), values.get(step)));
    }
    if (!path.isEmpty()) {
      frame.path(css(line), colour, path.toString());
    }
  }

  private String text(double value) {
    return chart.logarithmic() ? String.format(Locale.ROOT, "%.3g", value) : Scale.OPEN.text(value);
  }

  /** Along the upper side and back along the lower one, stretch by stretch. */
  private String outline(ChartFrame frame, Chart.Band band) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (int step = 0; step <= band.low().size(); step++) {
      if (ChartPicture.known(band.low(), step) && ChartPicture.known(band.high(), step)) {
        continue;
      }
      for (int s = from; s < step; s++) {
        path.append(
            ChartPicture.point(frame, s == from ? 'M' : 'L', steps.place(s), band.high().get(s)));
      }
      for (int s = step - 1; s >= from; s--) {
        path.append(ChartPicture.point(frame, 'L', steps.place(s), band.low().get(s)));
      }
      path.append(step > from ? "Z" : "");
      from = step + 1;
    }
    return path.toString();
  }
}
