package org.unroll.datasets.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.app.Prediction;

/**
 * The forecast of one series.
 *
 * @param times stamps of the steps, in the data's zone
 * @param forecast target to quantile level ({@code 0.5} is the median) to one value a step; where
 *     no level is the median, {@link #POINT} is the number that errors are of
 * @param exPost whether it saw columns that hold what happened
 */
public record ForecastPrediction(
    String series,
    List<String> times,
    Map<String, Map<String, List<Double>>> forecast,
    boolean exPost)
    implements Prediction {
  public static final String POINT = "point";

  @Override
  public List<String> toLines() {
    List<String> lines = new ArrayList<>();
    for (Map<String, Object> row : rows()) {
      List<String> cells = new ArrayList<>();
      for (Object cell : row.values()) {
        cells.add(cell instanceof Double number ? number(number) : cell.toString());
      }
      lines.add(String.join("  ", cells));
    }
    return lines;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  /** A row a step: series, time, then target and level by level. */
  @Override
  public List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int step = 0; step < times.size(); step++) {
      Map<String, Object> row = new LinkedHashMap<>();
      if (!series.isEmpty()) {
        row.put("series", series);
      }
      row.put("time", times.get(step));
      for (Map.Entry<String, Map<String, List<Double>>> target : forecast.entrySet()) {
        for (Map.Entry<String, List<Double>> level : target.getValue().entrySet()) {
          String name = target.getKey() + "-" + level.getKey() + (exPost ? "-ex-post" : "");
          row.put(name, level.getValue().get(step));
        }
      }
      rows.add(row);
    }
    return rows;
  }
}
