package org.unroll.datasets.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;
import org.unroll.datasets.series.Frequency;
import org.unroll.datasets.series.Holidays;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.series.TimeAxis;

/**
 * What turns series into inputs of a net: scales fitted on the training span, what its steps are,
 * and the holidays. Immutable and thread-safe.
 */
public record FittedSeries(
    SeriesConfig config,
    WindowShape window,
    SeriesScales scales,
    SeriesSteps steps,
    Holidays holidays) {
  private static final String FILE = "series.json";

  /** What is saved; the config is in the bundle already. */
  private record Saved(
      SeriesScales scales,
      List<String> holidays,
      WindowShape window,
      String frequency,
      TimeAxis.Stamps stamps,
      int season) {}

  /** Fits the scales on the training span. */
  public static FittedSeries fit(
      SeriesConfig config, WindowShape window, SplitSeries split, Consumer<String> notices) {
    return new FittedSeries(
        config,
        window,
        SeriesScales.fit(split, config, notices),
        SeriesSteps.of(split, config, window, notices),
        Holidays.read(config.holidays(), notices));
  }

  /** The same with windows of another shape. */
  public FittedSeries with(WindowShape other) {
    return new FittedSeries(config, other, scales, steps, holidays);
  }

  public void save(Path folder) throws IOException {
    List<String> days = holidays.days().stream().map(LocalDate::toString).sorted().toList();
    Saved saved =
        new Saved(
            scales, days, window, steps.frequency().toString(), steps.stamps(), steps.season());
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), saved);
  }

  public static FittedSeries load(Path folder, SeriesConfig config) {
    try {
      Saved saved = Json.MAPPER.readValue(folder.resolve(FILE).toFile(), Saved.class);
      Set<LocalDate> days = new HashSet<>();
      saved.holidays().forEach(day -> days.add(LocalDate.parse(day)));
      Frequency frequency = Frequency.parse(saved.frequency()).orElseThrow();
      SeriesSteps steps = new SeriesSteps(frequency, saved.stamps(), saved.season());
      return new FittedSeries(config, saved.window(), saved.scales(), steps, new Holidays(days));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public FeatureLayout layout() {
    return FeatureLayout.of(config, steps.frequency());
  }

  /** Every window of a split. */
  public Windows windows(SplitSeries split, Split part) {
    List<SeriesFeatures> features = features(split.series());
    List<int[]> places = new WindowPlaces(window, split, part).find(features);
    return Windows.at(this, features, places);
  }

  private List<SeriesFeatures> features(List<Series> series) {
    List<SeriesFeatures> features = new ArrayList<>();
    for (Series each : series) {
      if (window.scaling() == Scaling.SERIES && !scales.knows(each.id())) {
        throw new UserError(
            "series '"
                + each.id()
                + "' does not occur in the training data, so its scale is not known; with"
                + " window.scaling: window or train new series can be forecast");
      }
      features.add(SeriesFeatures.of(each, this));
    }
    return features;
  }

  /** Steps before a forecast that any model may look back. */
  private int farthest() {
    return new SeasonalNaive(steps.season()).past(window);
  }

  /**
   * Steps before a forecast that are handed over of a longer series: where a value of the last
   * season is missing, that of the one before is looked at.
   */
  private int kept() {
    return steps.season() == 1 ? window.past() : farthest() + steps.season();
  }

  /** The step after the last to forecast. */
  private int end(int origin) {
    return origin + window.gap() + window.horizon();
  }

  /**
   * With the steps to forecast.
   *
   * @throws UserError if a covariate of them is missing
   */
  private Series extended(Series series, int origin) {
    Series whole = series.extended(end(origin));
    SeriesTail.requireKnown(whole, layout().future(), origin + window.gap(), window.horizon());
    return whole;
  }

  /**
   * One window at the end of each series, to forecast what comes after its last known target.
   *
   * @param past steps up to there that are needed: as a model looks back
   * @throws UserError if a series is too short, or a covariate of the hours to forecast is missing
   */
  public Windows tails(List<Series> series, int past) {
    List<Series> extended = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    for (Series each : series) {
      int origin = requirePast(each, past);
      places.add(new int[] {extended.size(), origin});
      extended.add(extended(each, origin));
    }
    return Windows.at(this, features(extended), places);
  }

  /**
   * The end of a series: what any model looks at before the forecast, and the steps to forecast
   * with what is known of them.
   *
   * @throws UserError if it is too short, or a covariate of the hours to forecast is missing
   */
  public Series tail(Series series) {
    int origin = requirePast(series, window.past());
    return extended(series, origin).slice(Math.max(0, origin - kept()), end(origin));
  }

  /**
   * The same of a series that is known further, of which a model is to be asked what came. Where
   * the series begins too late, nothing is known of the steps before.
   *
   * @param origin the step after the last that is taken for known
   */
  public Series piece(Series series, int origin) {
    int from = Math.max(origin - kept(), Math.min(0, origin - farthest()));
    return series.slice(from, end(origin));
  }

  private int requirePast(Series series, int past) {
    int origin = new SeriesTail(series, config.targetNames()).origin();
    if (origin < past) {
      String sees = "the net reads %d (window.past)".formatted(past);
      String looksBack =
          "what forecasts looks %d back (a season of %d)".formatted(past, steps.season());
      throw new UserError(
          "%sonly %d steps up to the last known target, and %s; give more of the past"
              .formatted(
                  series.id().isEmpty() ? "" : "series '" + series.id() + "': ",
                  origin,
                  past == window.past() ? sees : looksBack));
    }
    return origin;
  }

  /**
   * A series from plain numbers, as an input of a prediction holds them.
   *
   * @param start second since 1970 (UTC) of the first value
   * @param step from value to value, such as {@code 1h}
   * @param stamped false if there are no time stamps
   * @param values column to its values; shorter columns end in missing ones, which may also be null
   *     or NaN
   */
  public Series series(
      String id, long start, String step, boolean stamped, Map<String, List<Double>> values) {
    int length = values.values().stream().mapToInt(List::size).max().orElse(0);
    List<String> columns = layout().columns();
    double[][] numbers = new double[columns.size()][length];
    for (int column = 0; column < numbers.length; column++) {
      List<Double> given = values.get(columns.get(column));
      if (given == null) {
        throw new UserError("the input has no column '" + columns.get(column) + "'; add it");
      }
      for (int i = 0; i < length; i++) {
        boolean there = i < given.size() && given.get(i) != null;
        numbers[column][i] = there ? given.get(i) : Double.NaN;
      }
    }
    return new Series(id, axis(start, step, stamped), columns, numbers);
  }

  private TimeAxis axis(long start, String step, boolean stamped) {
    Frequency frequency =
        Frequency.parse(step)
            .orElseThrow(
                () -> new UserError("the step '" + step + "' is none such as 30m, 1h, 1d or 1mo"));
    steps.frequency().require(frequency, "the input");
    TimeAxis.Stamps kind =
        !stamped
            ? TimeAxis.Stamps.NONE
            : steps.stamps() == TimeAxis.Stamps.OFFSET
                ? TimeAxis.Stamps.OFFSET
                : TimeAxis.Stamps.LOCAL;
    return TimeAxis.of(start, frequency, config.zoneId(), kind);
  }
}
