package org.unroll.core.report;

import java.util.List;
import java.util.Locale;
import org.unroll.core.app.RegionAttention;

/** Where on a picture a net looked: the picture once a word, dark where the net did not look. */
final class RegionMaps {
  private static final int SIDE = 72;

  private RegionMaps() {}

  /**
   * Adds nothing if the net does not look at places.
   *
   * @param png escaped, in Base64; without it the places alone are drawn
   */
  static void add(Html html, RegionAttention looked, String png) {
    if (looked.weights().isEmpty()) {
      return;
    }
    String id = "picture-" + Integer.toHexString(png.hashCode());
    html.raw("<div class=\"looked\">");
    for (int word = 0; word < looked.weights().size(); word++) {
      html.raw("<figure>");
      addMap(html, looked, word, png.isEmpty() ? "" : picture(id, word == 0 ? png : ""));
      html.element("figcaption", "", looked.words().get(word)).raw("</figure>");
    }
    html.raw("</div>");
  }

  /** The bytes stand in the first map alone; the others show them again. */
  private static String picture(String id, String png) {
    return png.isEmpty()
        ? "<use href=\"#%s\"/>".formatted(id)
        : "<image id=\"%s\" width=\"%2$d\" height=\"%2$d\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,%3$s\"/>"
            .formatted(id, SIDE, png);
  }

  private static void addMap(Html html, RegionAttention looked, int word, String picture) {
    html.raw(
        "<svg width=\"%1$d\" height=\"%1$d\" viewBox=\"0 0 %1$d %1$d\" role=\"img\" aria-label=\"%2$s\">"
            .formatted(SIDE, "where the net looked for " + Html.escape(looked.words().get(word))));
    html.raw(picture);
    List<Double> weights = looked.weights().get(word);
    double most = weights.stream().filter(Double::isFinite).reduce(1e-9, Math::max);
    double width = (double) SIDE / looked.columns();
    double height = (double) SIDE / looked.rows();
    for (int place = 0; place < weights.size(); place++) {
      double weight = Double.isFinite(weights.get(place)) ? weights.get(place) : 0;
      html.raw(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill-opacity=\"%.2f\"><title>%.3f</title></rect>",
              place % looked.columns() * width,
              place / looked.columns() * height,
              width,
              height,
              0.85 * (1 - weight / most),
              weight));
    }
    html.raw("</svg>");
  }
}
