package org.unroll.apps.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.apps.forecast.analysis.Backtest;
import org.unroll.apps.forecast.analysis.WindowForecast;
import org.unroll.core.UserError;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Levels;
import org.unroll.core.metric.Table;
import org.unroll.datasets.ridge.FittedForecast;
import org.unroll.datasets.series.Frequency;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesSources;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.window.ForecastInput;
import org.unroll.datasets.window.ForecastPrediction;
import org.unroll.datasets.window.Forecaster;
import org.unroll.datasets.window.WindowBatches;
import org.unroll.datasets.window.Windows;

/** Series and what was fitted on them, ready to train and to score graphs. Not thread-safe. */
final class ForecastTask implements Task<ForecastInput, ForecastPrediction> {

  private final ForecastConfig config;
  private final ForecastWindows windows;
  private final DataAccess access;
  private final Baselines baselines;
  private Optional<Bands> bands; // of a net that was calibrated

  private ForecastTask(
      ForecastConfig config, ForecastWindows windows, DataAccess access, Optional<Bands> bands) {
    this.config = config;
    this.windows = windows;
    this.access = access;
    this.bands = bands;
    this.baselines = new Baselines(config.baselines(), windows, access);
  }

  /** For a trained net: what was fitted last serves every split. */
  static ForecastTask restored(
      ForecastConfig config,
      Source<SplitSeries> source,
      FittedForecast fitted,
      DataAccess access,
      Path folder) {
    ForecastWindows windows = ForecastWindows.restored(config, source, fitted, access.progress());
    Optional<Bands> bands = config.calibrate() ? Bands.load(folder) : Optional.empty();
    ForecastTask task = new ForecastTask(config, windows, access, bands);
    task.baselines.load(folder);
    return task;
  }

  /** Reads the training and validation parts and fits what is to be fitted on them. */
  static ForecastTask fit(ForecastConfig config, Source<SplitSeries> source, DataAccess access) {
    ForecastWindows windows = ForecastWindows.fit(config, source, access);
    if (config.series().isExPost()) {
      access.notices().accept("ex post: forecasts see what happened: " + config.series().exPost());
    }
    windows.of(Split.TRAIN);
    windows.of(Split.VALIDATION);
    return new ForecastTask(config, windows, access, Optional.empty());
  }

  @Override
  public GraphPorts ports() {
    return ForecastApp.ports(config, windows.fitted().series());
  }

  private Frequency trained() {
    return windows.fitted().series().steps().frequency();
  }

  private List<String> inputs() {
    return List.copyOf(ports().inputs().keySet());
  }

  @Override
  public Batches training() {
    return shuffled(windows.training());
  }

  @Override
  public Batches trainingAndValidation() {
    return shuffled(windows.trainingAndValidation());
  }

  private Batches shuffled(Windows all) {
    int limit = config.data().windowsPerEpoch().orElse(all.size());
    return WindowBatches.shuffled(
        all, inputs(), new WindowBatches.Drawing(config.data().batch(), limit, config.seed()));
  }

  private WindowForecast forecaster(Net net) {
    NetHead head = new NetHead(config.levels());
    WindowForecast asTrained =
        config.uses(ForecastApp.PREVIOUS)
            ? new RecursiveForecast(net, inputs(), head)
            : new NetForecast(net, inputs(), head);
    return bands.map(each -> each.around(asTrained)).orElse(asTrained);
  }

  @Override
  public boolean calibrates() {
    return config.calibrate() && !config.levels().values().isEmpty();
  }

  @Override
  public void calibrate(Net net) {
    bands = Optional.empty();
    Windows validation = windows.of(Split.VALIDATION);
    bands = Optional.of(BandsFit.of(forecaster(net), validation, config.levels()));
    access.notices().accept("bands: calibrated on " + bands.get().told());
  }

  @Override
  public String remark() {
    return config.series().remark();
  }

  @Override
  public Evaluation evaluate(Net net, Split split) {
    Evaluation scores = windows.backtest(split).draw(forecaster(net), config.levels());
    return split == Split.VALIDATION
        ? bands.map(each -> each.toldBeside(scores)).orElse(scores)
        : scores;
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    return backtest(file).draw(forecaster(net), config.levels());
  }

  @Override
  public Evaluation evaluate(String model, Path file) {
    return Baselines.score(baselines.model(model), backtest(file));
  }

  private Backtest backtest(Path file) {
    List<Series> series =
        new SeriesSources(config.series(), config.data(), access).read(file, trained());
    List<SplitSeries.Cut> all = new ArrayList<>();
    for (Series each : series) {
      all.add(new SplitSeries.Cut(0, 0, each.length()));
    }
    SplitSeries whole = new SplitSeries(series, all);
    Windows every = windows.fitted().windows(whole, Split.TEST);
    return Backtest.of(every, whole, Split.TEST, config.series())
        .standardised(config.data().scaleMetrics());
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    return baselines.score(split);
  }

  @Override
  public void fitModels() {
    baselines.fit();
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    return new ForecastSamples(config, windows.of(Split.VALIDATION)).draw(forecaster(net), epoch);
  }

  @Override
  public Predictor<ForecastInput, ForecastPrediction> predictor(Net net) {
    FittedForecast fitted = windows.fitted();
    return new SeriesPredictor(net::close, forecaster(net), fitted, fitted.past(), config.levels());
  }

  @Override
  public Predictor<ForecastInput, ForecastPrediction> predictor(String model) {
    FittedForecast fitted = windows.fitted();
    Forecaster asked = baselines.model(model);
    int past = asked.past(fitted.series().window());
    return new SeriesPredictor(() -> {}, Baselines.points(asked), fitted, past, Levels.NONE);
  }

  @Override
  public Class<ForecastInput> inputType() {
    return ForecastInput.class;
  }

  @Override
  public Class<ForecastPrediction> outputType() {
    return ForecastPrediction.class;
  }

  @Override
  public ForecastInput parse(String text) {
    throw new UserError(
        "a forecast needs a file: predict --in FILE.csv, with at least %d past rows and the known columns of the %d rows to forecast"
            .formatted(windows.fitted().past(), config.window().horizon()));
  }

  @Override
  public List<ForecastInput> read(Path file) {
    List<ForecastInput> inputs = new ArrayList<>();
    for (Series series :
        new SeriesSources(config.series(), config.data(), access).read(file, trained())) {
      inputs.add(input(windows.fitted().series().tail(series)));
    }
    return inputs;
  }

  @Override
  public Set<String> sentFiles() {
    return Set.of("csv", "tsv", "txt", "jsonl");
  }

  @Override
  public List<AskedRow<ForecastInput>> rows(Split split) {
    return SplitInputs.of(windows.of(split), windows.fitted().series()).stream()
        .map(piece -> AskedRow.of(input(piece)))
        .toList();
  }

  private ForecastInput input(Series tail) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (String column : windows.fitted().series().layout().columns()) {
      values.put(column, known(tail.values(column)));
    }
    return new ForecastInput(
        tail.id(),
        tail.axis().start(),
        tail.axis().frequency().toString(),
        tail.axis().stamped(),
        values);
  }

  /** What is not known is null: JSON has no NaN. */
  private static List<Double> known(double[] values) {
    List<Double> known = new ArrayList<>();
    for (double value : values) {
      known.add(Double.isNaN(value) ? null : value);
    }
    return known;
  }

  @Override
  public List<Table> facts(List<Split> splits) {
    return List.of(SeriesSummary.table(windows::series, splits));
  }

  @Override
  public void require(Split split) {
    windows.require(split);
  }

  @Override
  public Map<String, String> digests() {
    return windows.digests();
  }

  @Override
  public void save(Path folder) throws IOException {
    windows.latest().save(folder);
    baselines.save(folder);
    if (bands.isPresent()) {
      bands.get().save(folder);
    }
  }
}
