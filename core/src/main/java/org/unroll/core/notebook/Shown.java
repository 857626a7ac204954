package org.unroll.core.notebook;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.unroll.core.app.Prediction;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;
import org.unroll.core.report.ChartFile;
import org.unroll.core.report.Figures;

/**
 * How a value looks below a cell.
 *
 * @param text for whoever shows text alone
 * @param type the MIME type of the markup; empty if there is none
 * @param markup an HTML fragment or an SVG picture that needs nothing else
 */
public record Shown(String text, String type, String markup) {
  public static final String HTML = "text/html";
  public static final String SVG = "image/svg+xml";

  /** Text alone. */
  static Shown text(String text) {
    return new Shown(text.stripTrailing(), "", "");
  }

  /** Of any value: a table, a chart and what knows how it looks; all others as text. */
  public static Shown of(Object value) {
    if (value instanceof Shown shown) {
      return shown;
    }
    if (value instanceof Table table) {
      return new Shown(table.toText().stripTrailing(), HTML, Figures.of(table));
    }
    if (value instanceof Chart chart) {
      return new Shown(summary(chart), SVG, ChartFile.of(chart));
    }
    String figure = value instanceof Prediction answer ? Figures.of(answer) : "";
    return figure.isEmpty()
        ? text(asText(value))
        : new Shown(asText(value), HTML, Figures.alone(figure));
  }

  /** The same with paths of {@link Scratch} as they would be in a folder of one's own. */
  Shown shortened() {
    return new Shown(Scratch.shortened(text), type, Scratch.shortened(markup));
  }

  public boolean hasMarkup() {
    return !type.isEmpty();
  }

  private static String asText(Object value) {
    if (value instanceof Prediction answer) {
      return String.join("\n", answer.toLines());
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(Shown::asText).collect(Collectors.joining("\n"));
    }
    if (value instanceof double[] numbers) {
      return Arrays.toString(numbers);
    }
    return value instanceof Object[] several
        ? asText(Arrays.asList(several))
        : String.valueOf(value);
  }

  private static String summary(Chart chart) {
    return "[chart] " + chart.title() + ": " + String.join(", ", parts(chart));
  }

  private static List<String> parts(Chart chart) {
    if (chart instanceof Chart.Lines lines) {
      return lines.lines().stream().map(Chart.Line::name).toList();
    }
    if (chart instanceof Chart.Points points) {
      return points.clouds().stream().map(Chart.Cloud::name).toList();
    }
    if (chart instanceof Chart.Paths paths) {
      return paths.paths().stream().map(Chart.Cloud::name).toList();
    }
    if (chart instanceof Chart.Surface surface) {
      return surface.paths().stream().map(Chart.Cloud::name).toList();
    }
    if (chart instanceof Chart.Agreement agreement) {
      return agreement.spots().stream().map(Chart.Spot::name).toList();
    }
    return chart instanceof Chart.Heat heat
        ? heat.rows()
        : ((Chart.Bars) chart).bars().stream().map(Chart.Bar::name).toList();
  }
}
