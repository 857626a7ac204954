package org.unroll.core.report;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.unroll.core.metric.Chart;

/** Draws a {@link Chart.Surface}: a pixel a height, the darker the higher, and ways over it. */
final class SurfacePicture {
  private static final int HEIGHT = 360;
  private static final double DEPTH = 1e4; // what is lower than the highest by more is one colour
  private static final int FIRST = 1; // colour of the first path
  private static final double STEP = 3; // radius in pixels
  private static final double START = 6.5;
  private static final double ARROW = 12;
  private static final int[][] SHADES = {
    {252, 251, 245}, {214, 224, 232}, {150, 168, 190}, {92, 108, 138}, {52, 62, 92}
  };

  private final Chart.Surface chart;
  private final AxisRange across;
  private final AxisRange up;
  private final ChartFrame frame;
  private final ChartPicture picture;

  /**
   * @param picture whose legend it is
   */
  SurfacePicture(Chart.Surface chart, ChartPicture picture) {
    this.chart = chart;
    this.across = new AxisRange(chart.plane().left(), chart.plane().right());
    this.up = new AxisRange(chart.plane().bottom(), chart.plane().top());
    this.picture = picture;
    this.frame =
        new ChartFrame(
            new ChartFrame.Names(chart.title(), chart.across(), chart.up()), across, up, HEIGHT);
  }

  String svg() {
    frame.ticks();
    if (!chart.plane().heights().isEmpty()) {
      addHeights(chart.plane().heights());
    }
    for (int i = chart.paths().size() - 1; i >= 0; i--) { // the first one over the others
      addPath((FIRST + i) % ChartPicture.COLOURS, chart.paths().get(i));
    }
    for (int i = 0; i < chart.paths().size(); i++) {
      int colour = (FIRST + i) % ChartPicture.COLOURS;
      addSteps(colour, chart.paths().get(i));
      picture.addKey("line", colour, chart.paths().get(i).name());
    }
    for (Chart.Cloud path : chart.paths()) {
      if (!path.x().isEmpty() && inside(path.x().get(0), path.y().get(0))) {
        frame.dot("start", path.x().get(0), path.y().get(0), START, "start of " + path.name());
        frame.name(path.x().get(0), path.y().get(0), "start");
      }
    }
    return frame.svg();
  }

  private void addHeights(List<List<Double>> heights) {
    double high = 0;
    double low = Double.POSITIVE_INFINITY;
    for (List<Double> row : heights) {
      for (double value : row) {
        high = value > 0 ? Math.max(high, value) : high;
        low = value > 0 ? Math.min(low, value) : low;
      }
    }
    low = Math.max(low, high / DEPTH);
    int rows = heights.size();
    BufferedImage image =
        new BufferedImage(heights.get(0).size(), rows, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        double height = heights.get(row).get(column);
        double share = high > low ? Math.log(height / low) / Math.log(high / low) : 0;
        image.setRGB(column, rows - 1 - row, shade(share));
      }
    }
    frame.image(HeatPicture.base64(image));
    picture.addKey("shade lowest", 0, chart.height() + " " + number(low) + " or less");
    picture.addKey("shade highest", 0, number(high));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
  }

  /** The lowest one for what is no number. */
  private static int shade(double share) {
    double at = Double.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0;
    int below = (int) Math.min(SHADES.length - 2, at * (SHADES.length - 1));
    double rest = at * (SHADES.length - 1) - below;
    int colour = 0;
    for (int part = 0; part < 3; part++) {
      double value = SHADES[below][part] * (1 - rest) + SHADES[below + 1][part] * rest;
      colour = (colour << 8) | (int) Math.round(value);
    }
    return colour;
  }

  private boolean inside(double x, double y) {
    double right = across.share(x);
    double above = up.share(y);
    return right >= 0 && right <= 1 && above >= 0 && above <= 1; // false for what is no number
  }

  private void addPath(int colour, Chart.Cloud path) {
    StringBuilder line = new StringBuilder();
    StringBuilder arrows = new StringBuilder();
    for (int n = 1; n < path.x().size(); n++) {
      Stretch whole =
          new Stretch(path.x().get(n - 1), path.y().get(n - 1), path.x().get(n), path.y().get(n));
      Stretch seen = whole.within(across, up);
      if (seen.isNothing()) {
        continue;
      }
      line.append(ChartPicture.point(frame, 'M', seen.fromX(), seen.fromY()));
      line.append(ChartPicture.point(frame, 'L', seen.toX(), seen.toY()));
      if (!inside(whole.toX(), whole.toY())) {
        arrows.append(arrow(seen));
      }
    }
    frame.path("line halo", colour, line.toString());
    frame.path("line over", colour, line.toString());
    frame.path("leaves", colour, arrows.toString());
  }

  private void addSteps(int colour, Chart.Cloud path) {
    for (int n = 1; n < path.x().size(); n++) {
      if (inside(path.x().get(n), path.y().get(n))) {
        String tip = path.name() + ", step " + n;
        frame.dot("step colour" + colour, path.x().get(n), path.y().get(n), STEP, tip);
      }
    }
  }

  /** A triangle whose point is where a stretch leaves the plane. */
  private String arrow(Stretch seen) {
    double x = frame.x(seen.toX());
    double y = frame.y(seen.toY());
    double way = Math.hypot(x - frame.x(seen.fromX()), y - frame.y(seen.fromY()));
    double right = way == 0 ? 0 : ARROW * (x - frame.x(seen.fromX())) / way;
    double down = way == 0 ? 0 : ARROW * (y - frame.y(seen.fromY())) / way;
    return String.format(
        Locale.ROOT,
        "M%.1f %.1fL%.1f %.1fL%.1f %.1fZ",
        x,
        y,
        x - right - down / 2,
        y - down + right / 2,
        x - right + down / 2,
        y - down - right / 2);
  }
}
