package org.unroll.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts of {@code metrics.jsonl}: one a metric, training and validation in the same one. */
final class LearningCurves {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 300;

  /** Pixels of the picture for one of the page, so that it is sharp on dense screens. */
  private static final int DENSITY = 2;

  private static final Color INK = new Color(0x333B47);
  private static final Color GRID = new Color(0xE6E9EE);
  private static final Color TRAIN = new Color(0x9AA5B4);
  private static final Color VALIDATION = new Color(0x1F6FB2);
  private static final Color BEST = new Color(0xD9730D);

  private final TreeMap<Integer, JsonNode> epochs;
  private final int best;

  /**
   * @param best epoch to mark, or 0 for none
   */
  LearningCurves(TreeMap<Integer, JsonNode> epochs, int best) {
    this.epochs = epochs;
    this.best = best;
  }

  /** Metric to a picture as a {@code data:} address, the loss first; only what has numbers. */
  Map<String, String> pictures() throws IOException {
    Map<String, String> pictures = new LinkedHashMap<>();
    for (String metric : metrics()) {
      TreeMap<Integer, Double> train = values("train", metric);
      TreeMap<Integer, Double> validation = values("validation", metric);
      if (!train.isEmpty() || !validation.isEmpty()) {
        pictures.put(metric, picture(metric, train, validation));
      }
    }
    return pictures;
  }

  private Set<String> metrics() {
    Set<String> metrics = new LinkedHashSet<>(Set.of("loss"));
    for (String split : new String[] {"train", "validation"}) {
      for (JsonNode epoch : epochs.values()) {
        Iterator<String> names = epoch.path(split).fieldNames();
        names.forEachRemaining(metrics::add);
      }
    }
    return metrics;
  }

  private TreeMap<Integer, Double> values(String split, String metric) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    epochs.forEach(
        (epoch, line) -> {
          JsonNode value = line.path(split).path(metric);
          if (value.isNumber() && Double.isFinite(value.asDouble())) {
            values.put(epoch, value.asDouble());
          }
        });
    return values;
  }

  private String picture(
      String metric, TreeMap<Integer, Double> train, TreeMap<Integer, Double> validation)
      throws IOException {
    XYChart chart = new XYChart(WIDTH, HEIGHT);
    chart.setTitle(metric);
    chart.setXAxisTitle("epoch");
    style(chart.getStyler());
    addLine(chart, "training", train, TRAIN);
    addLine(chart, "validation", validation, VALIDATION);
    if (validation.containsKey(best)) {
      XYSeries mark =
          chart.addSeries(
              "epoch kept (" + best + ")",
              new double[] {best},
              new double[] {validation.get(best)});
      mark.setMarker(SeriesMarkers.CIRCLE);
      mark.setMarkerColor(BEST);
      mark.setLineColor(BEST);
    }
    return encode(chart);
  }

  private static void addLine(
      XYChart chart, String name, TreeMap<Integer, Double> values, Color color) {
    if (values.isEmpty()) {
      return;
    }
    double[] x = values.keySet().stream().mapToDouble(epoch -> epoch).toArray();
    double[] y = values.values().stream().mapToDouble(value -> value).toArray();
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarkerColor(color);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    // a line needs two points; a single epoch must still be seen
    series.setMarker(x.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
  }

  private void style(XYStyler styler) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    styler.setBaseFont(font).setChartTitleFont(font.deriveFont(Font.BOLD, 14f));
    styler.setLegendFont(font).setLegendBorderColor(Color.WHITE);
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    styler.setChartBackgroundColor(Color.WHITE).setChartFontColor(INK).setMarkerSize(8);
    styler.setPlotBorderVisible(false).setChartTitleBoxVisible(false);
    styler.setAxisTickLabelsFont(font).setAxisTitleFont(font);
    styler.setPlotGridLinesColor(GRID).setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false);
    styler.setAxisTickLabelsColor(INK).setYAxisTitleVisible(false);
    styler.setxAxisTickLabelsFormattingFunction(
        epoch -> epoch == Math.rint(epoch) ? Integer.toString(epoch.intValue()) : "");
    if (epochs.size() == 1) {
      styler.setXAxisMin(epochs.firstKey() - 1.0).setXAxisMax(epochs.firstKey() + 1.0);
    }
  }

  private static String encode(XYChart chart) throws IOException {
    BufferedImage image =
        new BufferedImage(WIDTH * DENSITY, HEIGHT * DENSITY, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(DENSITY, DENSITY);
      chart.paint(graphics, WIDTH, HEIGHT);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
