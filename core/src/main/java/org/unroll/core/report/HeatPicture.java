package org.unroll.core.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.unroll.core.metric.Chart;

/**
 * Draws a {@link Chart.Heat}: a pixel a value in a picture that the browser makes larger, since a
 * shape for each would be a hundred times as much.
 */
final class HeatPicture {
  private static final int LEFT = 58;
  private static final int WIDTH = ChartFrame.WIDTH - LEFT - 12;
  private static final int ROW = 8;
  private static final int BELOW = 34;
  private static final int NAMED = 4; // every so many rows, or names would lie upon each other
  private static final int WHITE = 255;
  private static final int[] ABOVE = {235, 64, 52}; // as the texts that show a unit
  private static final int[] BELOW_ZERO = {38, 118, 230};

  private HeatPicture() {}

  static String svg(Chart.Heat heat) {
    int height = ROW * heat.rows().size();
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg class=\"heat\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">",
        Html.escape(heat.title()),
        ChartFrame.WIDTH,
        height + BELOW);
    int columns = heat.values().isEmpty() ? 0 : heat.values().get(0).size();
    if (columns > 0) {
      add(
          svg,
          "<image x=\"%d\" y=\"0\" width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\""
              + " href=\"data:image/png;base64,%s\"/>",
          LEFT,
          WIDTH,
          height,
          png(heat, columns));
    }
    for (int row = 0; row < heat.rows().size(); row += NAMED) {
      text(svg, "end", LEFT - 5, ROW * row + 8.5, heat.rows().get(row));
    }
    AxisRange across = new AxisRange(0, Math.max(1, columns));
    for (double tick : across.ticks()) {
      text(svg, "middle", LEFT + WIDTH * across.share(tick), height + 14, across.label(tick));
    }
    text(svg, "end", ChartFrame.WIDTH - 12, height + 30, heat.across());
    return svg + "</svg>";
  }

  private static void text(StringBuilder svg, String anchor, double x, double y, String text) {
    add(
        svg,
        "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        anchor,
        x,
        y,
        Html.escape(text));
  }

  private static void add(StringBuilder svg, String markup, Object... values) {
    svg.append(String.format(Locale.ROOT, markup, values));
  }

  private static String png(Chart.Heat heat, int columns) {
    BufferedImage image =
        new BufferedImage(columns, heat.rows().size(), BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < heat.rows().size(); row++) {
      List<Double> values = heat.values().get(row);
      for (int column = 0; column < columns; column++) {
        image.setRGB(column, row, colour(values.get(column) / heat.limit()));
      }
    }
    return base64(image);
  }

  /** As a PNG. */
  static String base64(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory takes it
    }
    return Base64.getEncoder().encodeToString(png.toByteArray());
  }

  /** White for 0 and for what is no number. */
  private static int colour(double share) {
    double strength = Double.isFinite(share) ? Math.min(1, Math.abs(share)) : 0;
    int[] full = share < 0 ? BELOW_ZERO : ABOVE;
    int colour = 0;
    for (int part : full) {
      colour = (colour << 8) | (int) Math.round(WHITE + strength * (part - WHITE));
    }
    return colour;
  }
}
