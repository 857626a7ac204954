package org.unroll.core.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.metric.Chart;

/** A chart as an SVG picture of its own: title, legend and style are in it. */
public final class ChartFile {
  private static final int TITLE = 24; // pixels
  private static final int ROW = 18;
  private static final int LETTER = 7; // pixels, about
  private static final int LEFT = 58;

  private static final Pattern VIEW_BOX = Pattern.compile("viewBox=\"0 0 \\d+ (\\d+)\"");

  private ChartFile() {}

  /** The picture, beginning with {@code <svg}. */
  public static String of(Chart chart) {
    ChartPicture picture = new ChartPicture(chart);
    String inner = picture.svg();
    StringBuilder legend = new StringBuilder();
    int height = height(inner);
    int bottom = addKeys(legend, picture.legend(), TITLE + height + 6);
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " font-family=\"system-ui, sans-serif\" font-size=\"12\">\n",
        ChartFrame.WIDTH,
        bottom,
        ChartFrame.WIDTH);
    svg.append("<style>").append(Figures.chartStyle()).append("</style>\n");
    add(
        svg,
        "<text x=\"4\" y=\"15\" font-size=\"14\" font-weight=\"600\" fill=\"#4a5464\">%s</text>\n",
        Html.escape(chart.title()));
    add(
        svg,
        "<svg y=\"%d\" width=\"%d\" height=\"%d\">%s</svg>\n",
        TITLE,
        ChartFrame.WIDTH,
        height,
        inner);
    return svg.append(legend).append("</svg>").toString();
  }

  private static int height(String svg) {
    Matcher box = VIEW_BOX.matcher(svg);
    return box.find() ? Integer.parseInt(box.group(1)) : ChartFrame.HEIGHT;
  }

  /** Gives where the legend ends. */
  private static int addKeys(StringBuilder svg, List<ChartPicture.Key> keys, int top) {
    int x = LEFT;
    int y = top;
    for (ChartPicture.Key key : keys) {
      int width = 40 + LETTER * key.name().length();
      if (x > LEFT && x + width > ChartFrame.WIDTH) {
        x = LEFT;
        y += ROW;
      }
      add(
          svg,
          "%s<text x=\"%d\" y=\"%d\" fill=\"#667085\">%s</text>\n",
          swatch(key, x, y + 6),
          x + 22,
          y + 10,
          Html.escape(key.name()));
      x += width;
    }
    return keys.isEmpty() ? top : y + ROW;
  }

  private static String swatch(ChartPicture.Key key, int x, int middle) {
    if (key.kind().startsWith("line")) {
      return String.format(
          Locale.ROOT,
          "<path class=\"%s colour%d\" d=\"M%d %dh16\"/>",
          key.kind(),
          key.colour(),
          x,
          middle);
    }
    String style =
        key.kind().startsWith("shade") ? "" : " style=\"fill: var(--own)\" stroke-width=\"0\"";
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s colour%d\" x=\"%d\" y=\"%d\" width=\"16\" height=\"11\"%s/>",
        key.kind(),
        key.colour(),
        x,
        middle - 5,
        style);
  }

  private static void add(StringBuilder svg, String markup, Object... values) {
    svg.append(String.format(Locale.ROOT, markup, values));
  }
}
