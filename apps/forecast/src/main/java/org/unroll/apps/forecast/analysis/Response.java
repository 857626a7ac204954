package org.unroll.apps.forecast.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Levels;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.window.Windows;

/**
 * The first target against the first covariate that varies, such as load against temperature: what
 * came, and what was forecast, at steps drawn at random. Not thread-safe.
 */
final class Response {
  /** Of each of the two kinds. */
  private static final int POINTS = 1000;

  /** A covariate with fewer values is a flag; against it there is no curve to see. */
  private static final int DIFFERENT = 2;

  private final Windows windows;
  private final String target;
  private final Optional<String> covariate;
  private final Levels levels;
  private final Random random = new Random(1);
  private final double share;
  private final List<Double> x = new ArrayList<>();
  private final List<Double> truths = new ArrayList<>();
  private final List<Double> forecasts = new ArrayList<>();

  /**
   * @param levels of the forecasts
   */
  Response(Windows windows, SeriesConfig config, Levels levels) {
    this.windows = windows;
    this.target = config.targetNames().get(0);
    this.levels = levels;
    List<String> candidates = new ArrayList<>(config.future());
    candidates.addAll(config.past());
    this.covariate = candidates.stream().filter(this::varies).findFirst();
    this.share = (double) POINTS / ((long) windows.size() * windows.config().horizon());
  }

  private boolean varies(String column) {
    double[] values = windows.series().get(0).values(column);
    return Arrays.stream(values).filter(Double::isFinite).distinct().limit(DIFFERENT + 1).count()
        > DIFFERENT;
  }

  /**
   * @param forecast {@code [target][level][step]}
   */
  void add(int window, double[][][] forecast) {
    if (covariate.isEmpty()) {
      return;
    }
    Series series = windows.series().get(windows.seriesOf(window));
    double[] values = series.values(covariate.get());
    double[] truth = windows.truth(window, 0);
    for (int step = 0; step < truth.length; step++) {
      boolean drawn = random.nextDouble() < share && x.size() < POINTS;
      if (drawn && Double.isFinite(truth[step])) {
        int at = step;
        x.add(Rounded.of(values[windows.step(window, step)]));
        truths.add(Rounded.of(truth[step]));
        forecasts.add(Rounded.of(levels.point(level -> forecast[0][level][at])));
      }
    }
  }

  /**
   * None if there is no such covariate.
   *
   * @param note added to the title
   */
  List<Chart> charts(String note) {
    if (covariate.isEmpty()) {
      return List.of();
    }
    List<Chart.Cloud> clouds =
        List.of(new Chart.Cloud("truth", x, truths), new Chart.Cloud("forecast", x, forecasts));
    String title = target + " against " + covariate.get() + note;
    return List.of(new Chart.Points(title, covariate.get(), target, clouds));
  }
}
