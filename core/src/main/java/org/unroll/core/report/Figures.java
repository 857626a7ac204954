package org.unroll.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;

/** Pieces of the report for other pages, and how they are styled. */
public final class Figures {
  private static final String DARK = "@media screen and (prefers-color-scheme: dark)";

  private Figures() {}

  /** A table as an HTML fragment that reads well without a style too. */
  public static String of(Table table) {
    return new Html().table(table, "").toString();
  }

  /** A chart with its title as an HTML fragment; {@code step} is what a step of it is called. */
  public static String of(Chart chart, String step) {
    Html html = new Html().raw("<figure class=\"chart\">");
    html.element("figcaption", "", chart.title());
    new ChartPicture(chart).stepping(step).addTo(html);
    return html.raw("</figure>").toString();
  }

  /** What there is to see of an answer: its picture, where the net looked; mostly nothing. */
  public static String of(Prediction answer) {
    Html html = new Html();
    answer.looked().ifPresent(looked -> HeatMap.add(html, looked));
    answer
        .pictured()
        .ifPresent(picture -> new PictureFigure(List.of(picture)).addPicture(html, picture));
    return html.toString();
  }

  /** The picture of an answer to what was asked, with what led to it. */
  public static String ofAnswer(Sample sample) {
    Html html = new Html();
    for (SampleFigure.Kind<?> kind : SampleFigure.KINDS) {
      addAnswer(html, kind, sample);
    }
    return html.toString();
  }

  private static <S extends Sample> void addAnswer(
      Html html, SampleFigure.Kind<S> kind, Sample sample) {
    if (kind.sample().isInstance(sample)) {
      S answer = kind.sample().cast(sample);
      kind.figure().apply(List.of(answer)).addAnswer(html, answer);
    }
  }

  /**
   * Pictures side by side, which need no style.
   *
   * @param pngs what is said of each, to its PNG in Base64
   */
  public static String row(Map<String, String> pngs) {
    Html html = new Html().raw("<table><tbody><tr>");
    for (String png : pngs.values()) {
      String source = "data:image/png;base64," + Html.escape(png);
      html.raw("<td><img alt=\"\" width=\"128\" src=\"" + source + "\"></td>");
    }
    html.raw("</tr><tr>");
    pngs.keySet().forEach(said -> html.element("td", "", said));
    return html.raw("</tr></tbody></table>").toString();
  }

  /** A fragment of {@link RunFigures} for a page that is not ours: its style stays in it. */
  public static String alone(String fragment) {
    String style = light(resource(RunFigures.STYLE)).replace(":root", "&");
    return "<div class=\"unroll\"><style>.unroll {\n" + style + "}</style>\n" + fragment + "</div>";
  }

  /** The style of a whole page with figures: {@code report.css} and {@code figures.css}. */
  static String pageStyle() {
    return resource("report.css") + resource(RunFigures.STYLE);
  }

  /** The same for a page that is light whatever its reader prefers. */
  static String lightPageStyle() {
    return light(resource("report.css")) + light(resource(RunFigures.STYLE));
  }

  /** Without the last block, which makes it dark. */
  private static String light(String style) {
    return style.substring(0, style.indexOf(DARK));
  }

  /** The rules of charts, without what they stand in. */
  static String chartStyle() {
    StringBuilder rules = new StringBuilder();
    for (String line : resource(RunFigures.STYLE).lines().toList()) {
      if (line.startsWith(":root") || line.startsWith(".chart ") || line.startsWith(".colour")) {
        rules.append(line).append('\n');
      }
    }
    return rules.toString();
  }

  private static String resource(String name) {
    return style(Figures.class, name);
  }

  /** A style sheet that lies beside a class. */
  public static String style(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
