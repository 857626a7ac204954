package org.unroll.core.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.metric.Table;

/**
 * The canvas of one chart as inline SVG: axes, grid, and shapes placed by value. Colours and fonts
 * are the page's style. Not thread-safe.
 */
final class ChartFrame {
  static final int WIDTH = 520;
  static final int HEIGHT = 240;
  static final int LEFT = 58;
  static final int RIGHT = 12;
  private static final int TOP = 22;
  private static final int MARKED_TOP = 38;
  private static final int BOTTOM = 34;
  private static final double LETTER = 6.6; // pixels, about
  private static final double LARGE_LETTER = 9; // where a narrow picture has larger ones
  private static final double APART = 6;

  private final AxisRange across;
  private final AxisRange up;
  private final int left;
  private final int top;
  private final int height;
  private final StringBuilder svg = new StringBuilder();

  /**
   * What is said of a picture.
   *
   * @param label what it is, for those who do not see it
   * @param across name of the horizontal axis; may be empty
   * @param up name of the vertical one; may be empty
   * @param marked whether names of marks stand above it
   */
  record Names(String label, String across, String up, boolean marked) {
    Names(String label, String across, String up) {
      this(label, across, up, false);
    }
  }

  ChartFrame(Names names, AxisRange across, AxisRange up) {
    this(names, across, up, HEIGHT);
  }

  /**
   * @param height of the whole picture
   */
  ChartFrame(Names names, AxisRange across, AxisRange up, int height) {
    this.height = height;
    this.across = across;
    this.up = up;
    int longest = up.ticks().stream().mapToInt(tick -> up.label(tick).length()).max().orElse(0);
    left = Math.max(LEFT, (int) (LARGE_LETTER * longest) + 8);
    top = names.marked && !names.up.isEmpty() ? MARKED_TOP : TOP;
    add(
        "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">",
        Html.escape(names.label), WIDTH, height);
    for (double tick : up.ticks()) {
      add("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", left, y(tick), WIDTH - RIGHT);
      text("end", left - 7, y(tick) + 4, up.label(tick));
    }
    add("<path class=\"axis\" d=\"M%d %dH%d\"/>", left, height - BOTTOM, WIDTH - RIGHT);
    text("end", WIDTH - RIGHT, height - 2, names.across);
    text("start", 4, 12, names.up);
  }

  private void add(String markup, Object... values) {
    svg.append(String.format(Locale.ROOT, markup, values));
  }

  private void text(String anchor, double x, double y, String text) {
    text("", anchor, x, y, text);
  }

  private void text(String css, String anchor, double x, double y, String text) {
    if (!text.isEmpty()) {
      add(
          "<text%s text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
          css.isEmpty() ? "" : " class=\"" + css + "\"", anchor, x, y, Html.escape(text));
    }
  }

  double x(double value) {
    return left + across.share(value) * (WIDTH - left - RIGHT);
  }

  double y(double value) {
    return height - BOTTOM - up.share(value) * (height - top - BOTTOM);
  }

  /** Pixels that one unit of the horizontal axis takes. */
  double unit() {
    return x(across.low() + 1) - x(across.low());
  }

  /** The ticks of the horizontal axis itself. */
  void ticks() {
    Map<Double, String> names = new LinkedHashMap<>();
    across.ticks().forEach(tick -> names.put(tick, across.label(tick)));
    ticks(names);
  }

  /**
   * Names below the horizontal axis; those without room are left out, and those without room for
   * larger letters are {@code tight}.
   *
   * @param names place to name, ascending
   */
  void ticks(Map<Double, String> names) {
    double end = Double.NEGATIVE_INFINITY;
    double largeEnd = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Double, String> tick : names.entrySet()) {
      double x = x(tick.getKey());
      int letters = tick.getValue().length();
      if (x - LETTER * letters / 2 < end + APART) {
        continue;
      }
      boolean tight = x - LARGE_LETTER * letters / 2 < largeEnd + APART;
      text(tight ? "tight" : "", "middle", x, height - BOTTOM + 16, tick.getValue());
      end = x + LETTER * letters / 2;
      largeEnd = tight ? largeEnd : x + LARGE_LETTER * letters / 2;
    }
  }

  /** A dashed upright line with its name. */
  void mark(double at, String name) {
    add("<path class=\"mark\" d=\"M%.1f %dV%d\"/>", x(at), top - 4, height - BOTTOM);
    boolean right = across.share(at) < 0.6;
    text(right ? "start" : "end", x(at) + (right ? 5 : -5), top - 6, name);
  }

  /** A thin dashed level line with its name at its end. */
  void level(double at, String name) {
    add("<path class=\"level\" d=\"M%d %.1fH%d\"/>", left, y(at), WIDTH - RIGHT);
    text("name", "end", WIDTH - RIGHT, y(at) + (up.share(at) > 0.8 ? 14 : -4), name);
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
    dot(css, atX, atY, 3.5, tip);
  }

  void dot(String css, double atX, double atY, double radius, String tip) {
    add(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>",
        css, x(atX), y(atY), radius, Html.escape(tip));
  }

  /**
   * Many dots as one path of round caps: a third of the markup of circles.
   *
   * @param kind {@code dots} or {@code few dots}
   */
  void dots(String kind, int colour, Iterable<double[]> points) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(String.format(Locale.ROOT, "M%.1f %.1fh0", x(point[0]), y(point[1])));
    }
    path(kind, colour, path.toString());
  }

  /** A bar from 0 to a value; a dash if there is none. */
  void bar(String css, double at, double value, String tip) {
    if (!Double.isFinite(value)) {
      text("middle", x(at), y(0) - 4, Table.NONE);
      return;
    }
    double width = Math.max(1, 0.76 * unit());
    add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
        css,
        x(at) - width / 2,
        y(Math.max(0, value)),
        width,
        Math.abs(y(value) - y(0)),
        Html.escape(tip));
  }

  /** A line on which bars stand that go down too. */
  void zero() {
    add("<path class=\"axis\" d=\"M%d %.1fH%d\"/>", left, y(0), WIDTH - RIGHT);
  }

  /** A picture over all that lies between the axes, as a PNG in Base64. */
  void image(String png) {
    add(
        "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\""
            + " href=\"data:image/png;base64,%s\"/>",
        left, top, WIDTH - RIGHT - left, height - BOTTOM - top, png);
  }

  /** A name beside a place. */
  void name(double atX, double atY, String name) {
    text("name", "start", x(atX) + 8, y(atY) - 8, name);
  }

  /** The whole picture. */
  String svg() {
    return svg + "</svg>";
  }
}
