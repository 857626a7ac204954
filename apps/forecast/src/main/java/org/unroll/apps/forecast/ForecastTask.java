package org.unroll.apps.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.app.DataAccess;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Split;
import org.unroll.core.app.Task;
import org.unroll.core.config.UserError;
import org.unroll.core.data.Batches;
import org.unroll.core.graph.GraphPorts;
import org.unroll.core.graph.GraphSpec;
import org.unroll.core.graph.SkipAblation;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.series.FittedSeries;
import org.unroll.datasets.series.LocalRidge;
import org.unroll.datasets.series.LocalRidgeFit;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesSource;
import org.unroll.datasets.series.SeriesSources;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.series.WindowBatches;
import org.unroll.datasets.series.Windows;

/** Series and what was fitted on them, ready to train and to score graphs. Not thread-safe. */
final class ForecastTask implements Task<ForecastInput, ForecastPrediction> {
  /** Validation windows shown epoch by epoch, and the known values shown before each. */
  private static final int SAMPLES = 8;

  private static final int SHOWN = 48;

  static final String EX_POST = "ex post: sees actual future values";

  private final ForecastConfig config;
  private final SeriesSource source;
  private final FittedSeries fitted;
  private Optional<FittedSeries> refitted =
      Optional.empty(); // on train and validation, if asked for
  private final DataAccess access;
  private final Baselines baselines;
  private final Map<Split, Windows> windows = new LinkedHashMap<>();
  private final Map<Split, Backtest> backtests = new LinkedHashMap<>();

  private ForecastTask(
      ForecastConfig config, SeriesSource source, FittedSeries fitted, DataAccess access) {
    this.config = config;
    this.source = source;
    this.fitted = fitted;
    this.access = access;
    this.baselines = new Baselines(config.baselines(), access.notices());
  }

  /** For a trained net: what was fitted last serves every split. */
  static ForecastTask restored(
      ForecastConfig config, SeriesSource source, FittedSeries fitted, DataAccess access) {
    ForecastTask task = new ForecastTask(config, source, fitted, access);
    task.refitted = Optional.of(fitted);
    return task;
  }

  /** Reads the training and validation parts and fits the scales on the former. */
  static ForecastTask fit(ForecastConfig config, SeriesSource source, DataAccess access) {
    SplitSeries series = source.read(Split.VALIDATION);
    FittedSeries fitted =
        FittedSeries.fit(config.series(), config.window(), series, access.notices());
    if (config.uses(ForecastApp.LOCAL_RIDGE)) {
      fitted = fitted.with(ridge(fitted, series, access));
    }
    ForecastTask task = new ForecastTask(config, source, fitted, access);
    if (config.series().isExPost()) {
      access.notices().accept("ex post: forecasts see what happened: " + config.series().exPost());
    }
    task.windows(Split.TRAIN);
    task.windows(Split.VALIDATION);
    return task;
  }

  private static LocalRidge ridge(FittedSeries fitted, SplitSeries series, DataAccess access) {
    LocalRidge ridge =
        LocalRidgeFit.of(
            fitted.windows(series, Split.TRAIN), fitted.windows(series, Split.VALIDATION));
    access.notices().accept("local-ridge: " + ridge.choice());
    return ridge;
  }

  private Windows windows(Split split) {
    return windows.computeIfAbsent(split, part -> fitted(part).windows(series(part), part));
  }

  /** Training and validation are read together: the test part only when it is asked for. */
  private SplitSeries series(Split split) {
    return source.read(split == Split.TEST ? Split.TEST : Split.VALIDATION);
  }

  private Backtest backtest(Split split) {
    return backtests.computeIfAbsent(
        split, part -> Backtest.of(windows(part), series(part), part, config));
  }

  @Override
  public GraphPorts ports() {
    return ForecastApp.ports(config, fitted.layout());
  }

  private List<String> inputs() {
    return List.copyOf(ports().inputs().keySet());
  }

  @Override
  public Batches training() {
    return shuffled(windows(Split.TRAIN));
  }

  /** Scales stay those of the training span; ridge regressions are fitted anew. */
  @Override
  public Batches trainingAndValidation() {
    return shuffled(refitted().windows(trainingAndValidationSeries(), Split.TRAIN));
  }

  private SplitSeries trainingAndValidationSeries() {
    return series(Split.VALIDATION).withoutValidation();
  }

  /** A function of config and data, so that a resumed run finds the same. */
  private FittedSeries refitted() {
    if (refitted.isEmpty()) {
      FittedSeries both =
          fitted
              .localRidge()
              .map(
                  ridge ->
                      LocalRidgeFit.again(
                          ridge, fitted.windows(trainingAndValidationSeries(), Split.TRAIN)))
              .map(fitted::with)
              .orElse(fitted);
      refitted = Optional.of(both);
    }
    return refitted.get();
  }

  /** What the net that is scored on a split was trained with. */
  private FittedSeries fitted(Split split) {
    return split == Split.TEST && config.train().refit() ? refitted() : fitted;
  }

  private Batches shuffled(Windows all) {
    int limit = config.data().windowsPerEpoch().orElse(all.size());
    return WindowBatches.shuffled(
        all, inputs(), new WindowBatches.Drawing(config.data().batch(), limit, config.seed()));
  }

  private WindowForecast net(ComputationGraph graph) {
    NetHead head = head();
    boolean recursive = // an ablation of a recursive net need not be
        graph.getConfiguration().getVertexInputs().values().stream()
            .anyMatch(inputs -> inputs.contains(ForecastApp.PREVIOUS));
    return recursive
        ? new RecursiveForecast(graph, inputs(), head)
        : new NetForecast(graph, inputs(), head);
  }

  private NetHead head() {
    return new NetHead(config.levels());
  }

  @Override
  public String remark() {
    return config.series().isExPost() ? EX_POST : "";
  }

  @Override
  public Evaluation evaluate(ComputationGraph graph, Split split) {
    return backtest(split).draw(net(graph), head());
  }

  @Override
  public Evaluation evaluate(ComputationGraph graph, Path file) {
    List<Series> series = SeriesSources.read(config.series(), config.data(), file, access);
    List<SplitSeries.Cut> all = new ArrayList<>();
    for (Series each : series) {
      all.add(new SplitSeries.Cut(0, 0, each.length()));
    }
    SplitSeries whole = new SplitSeries(series, all);
    Windows every = fitted.windows(whole, Split.TEST);
    return Backtest.of(every, whole, Split.TEST, config).draw(net(graph), head());
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    return baselines.score(
        new Baselines.Parts(
            windows(Split.TRAIN),
            windows(Split.VALIDATION),
            backtest(split),
            fitted(split).localRidge()),
        split);
  }

  @Override
  public Map<String, GraphSpec> ablations() {
    return config.baselines().parts() ? SkipAblation.of(config.graph(), ports()) : Map.of();
  }

  @Override
  public List<Sample> samples(ComputationGraph graph, int epoch) {
    Windows validation = windows(Split.VALIDATION);
    int count = Math.min(SAMPLES, validation.size());
    int[] chosen = new int[count];
    Arrays.setAll(chosen, i -> (int) ((long) i * validation.size() / count));
    Windows shown = validation.only(chosen);
    Sample[] samples = new Sample[count];
    net(graph)
        .forecast(
            shown, (window, forecast) -> samples[window] = sample(shown, window, epoch, forecast));
    return List.of(samples);
  }

  /** The first target alone. */
  private Sample sample(Windows shown, int window, int epoch, double[][][] forecast) {
    List<String> times = new ArrayList<>();
    double[] past = shown.past(window, 0);
    int known = Math.min(SHOWN, past.length);
    for (int i = known; i > 0; i--) {
      times.add(shown.label(window, -config.window().gap() - i));
    }
    for (int step = 0; step < config.window().horizon(); step++) {
      times.add(shown.label(window, step));
    }
    return new Sample.Series(
        epoch,
        window,
        shown.series().get(shown.seriesOf(window)).id(),
        times,
        Rounded.list(Arrays.copyOfRange(past, past.length - known, past.length)),
        Rounded.list(shown.truth(window, 0)),
        rounded(forecast[0]));
  }

  private Map<String, List<Double>> rounded(double[][] forecast) {
    double[][] rounded = new double[forecast.length][];
    for (int level = 0; level < rounded.length; level++) {
      rounded[level] = Arrays.stream(forecast[level]).map(Rounded::of).toArray();
    }
    return SeriesPredictor.byLevel(rounded, config.levels());
  }

  @Override
  public Predictor<ForecastInput, ForecastPrediction> predictor(ComputationGraph graph) {
    return new SeriesPredictor(graph, net(graph), fitted, config.levels());
  }

  @Override
  public ForecastInput parse(String text) {
    throw new UserError(
        "a forecast needs a file: predict --in FILE.csv, with at least %d past rows and the known columns of the %d rows to forecast"
            .formatted(config.window().past(), config.window().horizon()));
  }

  @Override
  public List<ForecastInput> read(Path file) {
    List<ForecastInput> inputs = new ArrayList<>();
    for (Series series : SeriesSources.read(config.series(), config.data(), file, access)) {
      Series tail = fitted.tail(series);
      Map<String, List<Double>> values = new LinkedHashMap<>();
      for (String column : fitted.layout().columns()) {
        values.put(column, SeriesPredictor.list(tail.values(column)));
      }
      inputs.add(
          new ForecastInput(
              series.id(),
              tail.axis().start(),
              tail.axis().frequency().seconds(),
              tail.axis().stamped(),
              values));
    }
    return inputs;
  }

  @Override
  public Map<String, String> digests() {
    return source.digests();
  }

  @Override
  public void save(Path folder) throws IOException {
    refitted.orElse(fitted).save(folder);
  }
}
