package org.unroll.datasets.series;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unroll.core.app.Split;
import org.unroll.core.config.UserError;

/**
 * Places in series where a forecast starts: each window has {@code past} known steps, perhaps a
 * gap, and {@code horizon} steps to forecast. Only places are kept; values are taken from the
 * series when a batch is made. Immutable and thread-safe.
 */
public final class Windows {
  private final WindowConfig config;
  private final SeriesScales scales;
  private final List<SeriesFeatures> series;
  private final int[] seriesOf;
  private final int[] origins; // the step after the last known one

  private Windows(
      WindowConfig config,
      SeriesScales scales,
      List<SeriesFeatures> series,
      int[] seriesOf,
      int[] origins) {
    this.config = config;
    this.scales = scales;
    this.series = series;
    this.seriesOf = seriesOf;
    this.origins = origins;
  }

  /**
   * Every window whose targets lie wholly in the split; its past may reach back into earlier
   * splits. Windows without any target, or without any past, are left out.
   *
   * @param features of each series of the split, in its order
   * @throws UserError if there is none
   */
  static Windows of(
      List<SeriesFeatures> features, SplitSeries split, Split part, FittedSeries fitted) {
    WindowConfig config = fitted.window();
    int stride = part == Split.TRAIN ? config.trainStride() : config.stride();
    List<int[]> places = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      int from = split.parts().get(i).from(part);
      int to = split.parts().get(i).to(part);
      int first = Math.max(config.past(), from - config.gap());
      for (int o = first; o + config.gap() + config.horizon() <= to; o += stride) {
        if (isUsable(features.get(i), o, config)) {
          places.add(new int[] {i, o});
        }
      }
    }
    if (places.isEmpty()) {
      throw tooShort(split, part, config);
    }
    return at(config, fitted.scales(), features, places);
  }

  /** One window at the end of each series: the step after its last known target. */
  static Windows at(
      WindowConfig config, SeriesScales scales, List<SeriesFeatures> features, List<int[]> places) {
    int[] seriesOf = new int[places.size()];
    int[] origins = new int[places.size()];
    for (int i = 0; i < origins.length; i++) {
      seriesOf[i] = places.get(i)[0];
      origins[i] = places.get(i)[1];
    }
    return new Windows(config, scales, List.copyOf(features), seriesOf, origins);
  }

  private static boolean isUsable(SeriesFeatures series, int origin, WindowConfig config) {
    boolean past = false;
    for (int step = origin - config.past(); step < origin && !past; step++) {
      past = !series.pastGap(step);
    }
    boolean target = false;
    int first = origin + config.gap();
    for (int step = first; step < first + config.horizon() && !target; step++) {
      target = !Double.isNaN(series.target(0, step)) && !series.futureGap(step);
    }
    return past && target;
  }

  private static UserError tooShort(SplitSeries split, Split part, WindowConfig config) {
    int longest = 0;
    int steps = 0;
    for (int i = 0; i < split.series().size(); i++) {
      longest = Math.max(longest, split.series().get(i).length());
      SplitSeries.Cut cut = split.parts().get(i);
      steps = Math.max(steps, cut.to(part) - cut.from(part));
    }
    return new UserError(
        ("no window fits into the %s split: a window has %d steps (past %d, gap %d, horizon %d), the"
                + " longest series %d, at most %d of them in this split. Give longer series, make"
                + " window.past or window.horizon shorter, or change data.split.")
            .formatted(
                part.key(),
                config.length(),
                config.past(),
                config.gap(),
                config.horizon(),
                longest,
                steps));
  }

  public int size() {
    return origins.length;
  }

  public WindowConfig config() {
    return config;
  }

  public int targets() {
    return layout().targets().size();
  }

  FeatureLayout layout() {
    return series.get(0).layout();
  }

  /** Number of the series a window is of, from 0. */
  public int seriesOf(int window) {
    return seriesOf[window];
  }

  /** All series, by number. */
  public List<Series> series() {
    return series.stream().map(SeriesFeatures::series).toList();
  }

  SeriesFeatures features(int window) {
    return series.get(seriesOf[window]);
  }

  int origin(int window) {
    return origins[window];
  }

  /** The series' step that is step {@code step} of the horizon, from 0. */
  int step(int window, int step) {
    return origins[window] + config.gap() + step;
  }

  /** Stamp of a step of the horizon, as the data has it. */
  public ZonedDateTime time(int window, int step) {
    return features(window).series().axis().at(step(window, step));
  }

  /** The same as text; without stamps the number of the step. */
  public String label(int window, int step) {
    return features(window).series().axis().label(step(window, step));
  }

  /** What really came, in the units of the data; NaN where it is not known. */
  public double[] truth(int window, int target) {
    double[] values = features(window).targets(target);
    double[] truth = new double[config.horizon()];
    for (int step = 0; step < truth.length; step++) {
      int at = step(window, step);
      truth[step] = at < values.length ? values[at] : Double.NaN;
    }
    return truth;
  }

  /** The known values before the forecast, in the units of the data. */
  public double[] past(int window, int target) {
    int origin = origins[window];
    return Arrays.copyOfRange(features(window).targets(target), origin - config.past(), origin);
  }

  /** How a target of a window is scaled for the net. */
  public Scale scale(int window, int target) {
    SeriesFeatures features = features(window);
    String name = layout().targets().get(target);
    Scale own = scales.own(features.series().id(), name);
    return switch (config.scaling()) {
      case TRAIN -> scales.columns().get(name);
      case SERIES -> own;
      case WINDOW -> ofPast(features.targets(target), origins[window], own);
      case LAST -> new Scale(last(features.targets(target), origins[window]), own.deviation());
    };
  }

  /** A past that does not change keeps the deviation of the training span. */
  private Scale ofPast(double[] values, int origin, Scale own) {
    Scale.Moments moments = new Scale.Moments();
    moments.add(values, origin - config.past(), origin);
    Scale scale = moments.scale();
    return moments.isEmpty() || moments.isConstant()
        ? new Scale(scale.mean(), own.deviation())
        : scale;
  }

  /** The last known value of a target in the past of a window, scaled for the net. */
  public float lastKnownScaled(int window, int target) {
    return (float) scale(window, target).scaled(lastKnown(window, target));
  }

  /** The last known value of a target in the past of a window. */
  double lastKnown(int window, int target) {
    return last(features(window).targets(target), origins[window]);
  }

  private double last(double[] values, int origin) {
    for (int step = origin - 1; step >= origin - config.past(); step--) {
      if (!Double.isNaN(values[step])) {
        return values[step];
      }
    }
    return 0;
  }

  /** The scale of a target over the training span, for errors on standardised values. */
  public Scale trainingScale(int target) {
    return scales.columns().get(layout().targets().get(target));
  }

  /** Only some of the windows. */
  public Windows only(int[] kept) {
    List<int[]> places = new ArrayList<>();
    for (int window : kept) {
      places.add(new int[] {seriesOf[window], origins[window]});
    }
    return at(config, scales, series, places);
  }
}
