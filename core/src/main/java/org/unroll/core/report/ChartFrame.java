package org.unroll.core.report;

import java.util.Locale;

/**
 * The canvas of one chart as inline SVG: axes, grid, and shapes placed by value. Colours and fonts
 * are the page's style. Not thread-safe.
 */
final class ChartFrame {
  static final int WIDTH = 520;
  static final int HEIGHT = 240;
  private static final int LEFT = 58;
  private static final int RIGHT = 12;
  private static final int TOP = 22;
  private static final int BOTTOM = 34;

  private final AxisRange across;
  private final AxisRange up;
  private final StringBuilder svg = new StringBuilder();

  /**
   * @param label what the picture is, for those who do not see it
   */
  ChartFrame(String label, AxisRange across, AxisRange up) {
    this.across = across;
    this.up = up;
    add(
        "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">",
        Html.escape(label), WIDTH, HEIGHT);
    for (double tick : up.ticks()) {
      add("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(tick), WIDTH - RIGHT);
      text("end", LEFT - 7, y(tick) + 4, up.label(tick));
    }
    add("<path class=\"axis\" d=\"M%d %dH%d\"/>", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT);
  }

  private void add(String markup, Object... values) {
    svg.append(String.format(Locale.ROOT, markup, values));
  }

  private void text(String anchor, double x, double y, String text) {
    add(
        "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        anchor, x, y, Html.escape(text));
  }

  double x(double value) {
    return LEFT + across.share(value) * (WIDTH - LEFT - RIGHT);
  }

  double y(double value) {
    return HEIGHT - BOTTOM - up.share(value) * (HEIGHT - TOP - BOTTOM);
  }

  /** Pixels that one unit of the horizontal axis takes. */
  double unit() {
    return x(across.low() + 1) - x(across.low());
  }

  void tick(double at, String name) {
    text("middle", x(at), HEIGHT - BOTTOM + 16, name);
  }

  /** Names of the axes; either may be empty. */
  void titles(String acrossTitle, String upTitle) {
    text("end", WIDTH - RIGHT, HEIGHT - BOTTOM + 32, acrossTitle);
    text("start", 4, 12, upTitle);
  }

  /** A dashed upright line with its name. */
  void mark(double at, String name) {
    add("<path class=\"mark\" d=\"M%.1f %dV%d\"/>", x(at), TOP - 4, HEIGHT - BOTTOM);
    boolean right = across.share(at) < 0.6;
    text(right ? "start" : "end", x(at) + (right ? 5 : -5), TOP - 6, name);
  }

  /**
   * A path through points given as SVG, such as {@code M1 2L3 4}.
   *
   * @param kind {@code line} or {@code band}
   */
  void path(String kind, int colour, String points) {
    add("<path class=\"%s colour%d\" d=\"%s\"/>", kind, colour, points);
  }

  void dot(String css, double atX, double atY, String tip) {
    add(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"><title>%s</title></circle>",
        css, x(atX), y(atY), Html.escape(tip));
  }

  /** A dot of another size that is blue. */
  void spot(double atX, double atY, double radius, String tip) {
    add(
        "<circle class=\"spot colour1\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>",
        x(atX), y(atY), radius, Html.escape(tip));
  }

  /** Many dots as one path of round caps: a third of the markup of circles. */
  void dots(int colour, Iterable<double[]> points) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(String.format(Locale.ROOT, "M%.1f %.1fh0", x(point[0]), y(point[1])));
    }
    path("dots", colour, path.toString());
  }

  void bar(double at, double value, String tip) {
    double width = Math.max(1, 0.76 * unit());
    add(
        "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
        x(at) - width / 2, y(value), width, HEIGHT - BOTTOM - y(value), Html.escape(tip));
  }

  /** The whole picture. */
  String svg() {
    return svg + "</svg>";
  }
}
