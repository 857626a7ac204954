package org.unroll.datasets.window;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.unroll.datasets.series.Frequency;
import org.unroll.datasets.series.Series;

/**
 * Places in series where a forecast starts: each window has {@code past} known steps, perhaps a
 * gap, and {@code horizon} steps to forecast. Only places are kept; values are taken from the
 * series when a batch is made. Immutable and thread-safe.
 */
public final class Windows {
  private final FittedSeries fitted;
  private final List<SeriesFeatures> series;
  private final int[] seriesOf;
  private final int[] origins; // the step after the last known one
  private final Optional<ScaledForecaster> model;
  private final Optional<FirstForecasts> first; // of the model

  private Windows(
      FittedSeries fitted,
      List<SeriesFeatures> series,
      List<int[]> places,
      Optional<ScaledForecaster> model) {
    this.fitted = fitted;
    this.series = List.copyOf(series);
    this.seriesOf = places.stream().mapToInt(place -> place[0]).toArray();
    this.origins = places.stream().mapToInt(place -> place[1]).toArray();
    this.model = model;
    long numbers = (long) origins.length * targets() * config().horizon();
    this.first = model.map(each -> new FirstForecasts(each, origins.length, numbers));
  }

  /**
   * @param places of each window: the number of its series, and the step after the last known one
   */
  static Windows at(FittedSeries fitted, List<SeriesFeatures> features, List<int[]> places) {
    return new Windows(fitted, features, places, Optional.empty());
  }

  public int size() {
    return origins.length;
  }

  public WindowShape config() {
    return fitted.window();
  }

  /** Of all series. */
  public Frequency frequency() {
    return fitted.steps().frequency();
  }

  /** The season that data of these steps show, in steps; 1 if they have none. */
  public int season() {
    return fitted.steps().season();
  }

  /** The same windows with a model, fitted before the net, whose forecast the net may read. */
  public Windows beside(ScaledForecaster model) {
    return new Windows(fitted, series, places(), Optional.of(model));
  }

  /** The forecast of that model, as {@link ScaledForecaster#scaled} gives it. */
  float[] first(int window) {
    return first.orElseThrow().of(this, window);
  }

  public int targets() {
    return layout().targets().size();
  }

  public FeatureLayout layout() {
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

  public SeriesFeatures features(int window) {
    return series.get(seriesOf[window]);
  }

  public int origin(int window) {
    return origins[window];
  }

  /** The series' step that is step {@code step} of the horizon, from 0. */
  public int step(int window, int step) {
    return origins[window] + config().gap() + step;
  }

  /** Stamp of a step of the horizon, as the data has it. */
  public ZonedDateTime time(int window, int step) {
    return features(window).series().axis().at(step(window, step));
  }

  /** The same as text; without stamps the number of the step. */
  public String label(int window, int step) {
    return features(window).series().axis().label(step(window, step));
  }

  /** The same in full; see {@link org.unroll.datasets.series.TimeAxis#stamp}. */
  public String stamp(int window, int step) {
    return features(window).series().axis().stamp(step(window, step));
  }

  /** What really came, in the units of the data; NaN where it is not known. */
  public double[] truth(int window, int target) {
    double[] values = features(window).targets(target);
    double[] truth = new double[config().horizon()];
    for (int step = 0; step < truth.length; step++) {
      int at = step(window, step);
      truth[step] = at < values.length ? values[at] : Double.NaN;
    }
    return truth;
  }

  /** The known values before the forecast, in the units of the data. */
  public double[] past(int window, int target) {
    int origin = origins[window];
    return Arrays.copyOfRange(features(window).targets(target), origin - config().past(), origin);
  }

  /** How a target of a window is scaled for the net. */
  public Scale scale(int window, int target) {
    SeriesFeatures features = features(window);
    Scale own = seriesScale(window, target);
    return switch (config().scaling()) {
      case TRAIN -> trainingScale(target);
      case SERIES -> own;
      case WINDOW -> ofPast(features.targets(target), origins[window], own);
      default -> new Scale(last(features.targets(target), origins[window]), own.deviation());
    };
  }

  /** A past that does not change keeps the deviation of the training span. */
  private Scale ofPast(double[] values, int origin, Scale own) {
    Scale.Moments moments = new Scale.Moments();
    moments.add(values, origin - config().past(), origin);
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
    for (int step = origin - 1; step >= origin - config().past(); step--) {
      if (!Double.isNaN(values[step])) {
        return values[step];
      }
    }
    return 0;
  }

  /** The scale of a target of one series over the training span. */
  public Scale seriesScale(int window, int target) {
    return fitted.scales().own(features(window).series().id(), layout().targets().get(target));
  }

  /** The scale of a target over the training span, for errors on standardised values. */
  public Scale trainingScale(int target) {
    return fitted.scales().columns().get(layout().targets().get(target));
  }

  /** Only some of the windows. */
  public Windows only(int[] kept) {
    List<int[]> places = new ArrayList<>();
    for (int window : kept) {
      places.add(new int[] {seriesOf[window], origins[window]});
    }
    return new Windows(fitted, series, places, model);
  }

  private List<int[]> places() {
    List<int[]> places = new ArrayList<>();
    for (int window = 0; window < size(); window++) {
      places.add(new int[] {seriesOf[window], origins[window]});
    }
    return places;
  }
}
