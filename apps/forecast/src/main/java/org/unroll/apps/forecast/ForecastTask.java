package org.unroll.apps.forecast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.apps.forecast.analysis.Backtest;
import org.unroll.apps.forecast.analysis.WindowForecast;
import org.unroll.core.UserError;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.Evaluation;
import org.unroll.datasets.ridge.FittedForecast;
import org.unroll.datasets.series.Frequency;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesSources;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.window.ForecastInput;
import org.unroll.datasets.window.ForecastPrediction;
import org.unroll.datasets.window.WindowBatches;
import org.unroll.datasets.window.Windows;

/** Series and what was fitted on them, ready to train and to score graphs. Not thread-safe. */
final class ForecastTask implements Task<ForecastInput, ForecastPrediction> {

  private final ForecastConfig config;
  private final ForecastWindows windows;
  private final DataAccess access;
  private final Baselines baselines;

  private ForecastTask(ForecastConfig config, ForecastWindows windows, DataAccess access) {
    this.config = config;
    this.windows = windows;
    this.access = access;
    this.baselines = new Baselines(config.baselines(), access.notices());
  }

  /** For a trained net: what was fitted last serves every split. */
  static ForecastTask restored(
      ForecastConfig config, Source<SplitSeries> source, FittedForecast fitted, DataAccess access) {
    return new ForecastTask(config, ForecastWindows.restored(config, source, fitted), access);
  }

  /** Reads the training and validation parts and fits what is to be fitted on them. */
  static ForecastTask fit(ForecastConfig config, Source<SplitSeries> source, DataAccess access) {
    ForecastWindows windows = ForecastWindows.fit(config, source, access);
    if (config.series().isExPost()) {
      access.notices().accept("ex post: forecasts see what happened: " + config.series().exPost());
    }
    windows.of(Split.TRAIN);
    windows.of(Split.VALIDATION);
    return new ForecastTask(config, windows, access);
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
    return config.uses(ForecastApp.PREVIOUS)
        ? new RecursiveForecast(net, inputs(), head)
        : new NetForecast(net, inputs(), head);
  }

  @Override
  public String remark() {
    return config.series().remark();
  }

  @Override
  public Evaluation evaluate(Net net, Split split) {
    return windows.backtest(split).draw(forecaster(net), config.levels());
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    List<Series> series =
        new SeriesSources(config.series(), config.data(), access).read(file, trained());
    List<SplitSeries.Cut> all = new ArrayList<>();
    for (Series each : series) {
      all.add(new SplitSeries.Cut(0, 0, each.length()));
    }
    SplitSeries whole = new SplitSeries(series, all);
    Windows every = windows.fitted().windows(whole, Split.TEST);
    return Backtest.of(every, whole, Split.TEST, config.series())
        .standardised(config.data().scaleMetrics())
        .draw(forecaster(net), config.levels());
  }

  @Override
  public Map<String, Evaluation> baselines(Split split) {
    return baselines.score(
        new Baselines.Parts(
            windows.of(Split.TRAIN),
            windows.of(Split.VALIDATION),
            windows.backtest(split),
            windows.fitted(split).localRidge()),
        split);
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    return new ForecastSamples(config, windows.of(Split.VALIDATION)).draw(forecaster(net), epoch);
  }

  @Override
  public Predictor<ForecastInput, ForecastPrediction> predictor(Net net) {
    return new SeriesPredictor(net, forecaster(net), windows.fitted(), config.levels());
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
            .formatted(windows.fitted().series().window().past(), config.window().horizon()));
  }

  @Override
  public List<ForecastInput> read(Path file) {
    List<ForecastInput> inputs = new ArrayList<>();
    for (Series series :
        new SeriesSources(config.series(), config.data(), access).read(file, trained())) {
      Series tail = windows.fitted().series().tail(series);
      Map<String, List<Double>> values = new LinkedHashMap<>();
      for (String column : windows.fitted().series().layout().columns()) {
        values.put(column, known(tail.values(column)));
      }
      inputs.add(
          new ForecastInput(
              series.id(),
              tail.axis().start(),
              tail.axis().frequency().toString(),
              tail.axis().stamped(),
              values));
    }
    return inputs;
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
  public Map<String, String> digests() {
    return windows.digests();
  }

  @Override
  public void save(Path folder) throws IOException {
    windows.latest().save(folder);
  }
}
