package org.unroll.apps.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unroll.apps.forecast.analysis.WindowForecast;
import org.unroll.core.Json;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Levels;
import org.unroll.core.metric.Table;
import org.unroll.datasets.window.Scaling;
import org.unroll.datasets.window.Windows;

/**
 * How far the quantiles of a net are moved, so that as many truths lie below each as its level
 * says: each first by a factor of what it lies away from the point, then by a shift. The point
 * stays where it is, and no level crosses it or another. {@link BandsFit} makes it. Immutable,
 * since nobody writes to its arrays; saved as JSON.
 *
 * @param levels of the quantiles
 * @param factors {@code [target][level][step]}; runs of earlier versions have none, which is 1
 * @param shifts {@code [target][level][step]}, in the unit of a window
 * @param windows that they were fitted on
 * @param byStep whether each step of the horizon moves by itself
 * @param few whether they forecast too few steps to tell
 */
record Bands(
    Levels levels,
    double[][][] factors,
    double[][][] shifts,
    int windows,
    boolean byStep,
    boolean few) {
  private static final String FILE = "bands.json";

  Bands {
    factors = factors == null ? ones(shifts) : factors;
  }

  private static double[][][] ones(double[][][] like) {
    double[][][] ones = new double[like.length][][];
    for (int target = 0; target < ones.length; target++) {
      ones[target] = new double[like[target].length][like[target][0].length];
      for (double[] level : ones[target]) {
        Arrays.fill(level, 1);
      }
    }
    return ones;
  }

  /** The net's forecasts with its quantiles moved. */
  WindowForecast around(WindowForecast net) {
    return (windows, taker) ->
        net.forecast(
            windows,
            (window, forecast) -> {
              double[][][] moved = new double[forecast.length][][];
              for (int target = 0; target < moved.length; target++) {
                moved[target] = moved(forecast[target], target, unit(windows, window, target));
              }
              taker.take(window, moved);
            });
  }

  /**
   * In which errors of all windows are alike: the deviation that the net's numbers are scaled by,
   * or the series' own if all series are scaled by one.
   */
  static double unit(Windows windows, int window, int target) {
    return windows.config().scaling() == Scaling.TRAIN
        ? windows.seriesScale(window, target).deviation()
        : windows.scale(window, target).deviation();
  }

  /**
   * @param forecast {@code [level][step]}
   */
  double[][] moved(double[][] forecast, int target, double unit) {
    double[] points = levels.point(forecast);
    double[][] moved = new double[forecast.length][];
    for (int level = 0; level < moved.length; level++) {
      moved[level] = forecast[level].clone();
    }
    for (int step = 0; step < points.length; step++) {
      double bound = points[step];
      for (int level = levels.below(); level < moved.length; level++) {
        bound = Math.max(bound, moved(forecast, target, level, step, points[step], unit));
        moved[level][step] = bound;
      }
      bound = points[step];
      for (int level = levels.below() - 1; level >= 0; level--) {
        bound = Math.min(bound, moved(forecast, target, level, step, points[step], unit));
        moved[level][step] = bound;
      }
    }
    return moved;
  }

  private double moved(
      double[][] forecast, int target, int level, int step, double point, double unit) {
    double away = forecast[level][step] - point;
    return point + factors[target][level][step] * away + unit * shifts[target][level][step];
  }

  /** What they were fitted on. */
  String told() {
    return String.format(
        Locale.ROOT,
        "%,d validation windows, %s",
        windows,
        few
            ? "all steps together; they are of few steps, so that the bands say little"
            : byStep ? "each step by itself" : "all steps together");
  }

  /** Says that the scores are of the windows that the bands were fitted on. */
  Evaluation toldBeside(Evaluation scores) {
    String title = "Coverage and pinball here are of what the bands were calibrated on";
    List<String> row = List.of("calibrated on", told());
    return scores.with(List.of(new Table(title, List.of("what", "how"), List.of(row))));
  }

  /** Writes a file into an existing folder. */
  void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
  }

  /** What {@link #save} wrote; empty if it wrote nothing. */
  static Optional<Bands> load(Path folder) {
    return Json.readIfThere(folder.resolve(FILE), Bands.class);
  }
}
