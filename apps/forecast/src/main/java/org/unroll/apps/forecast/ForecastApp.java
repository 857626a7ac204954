package org.unroll.apps.forecast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.app.App;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Example;
import org.unroll.core.app.Examples;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.core.app.Question;
import org.unroll.core.data.DataAccess;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.Quantiles;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Problems;
import org.unroll.datasets.ridge.FittedForecast;
import org.unroll.datasets.series.SeriesSources;
import org.unroll.datasets.series.SplitSeries;
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.window.FeatureLayout;
import org.unroll.datasets.window.FittedSeries;
import org.unroll.datasets.window.WindowShape;

/**
 * A window of past hours to the next hours: the inputs {@code past}, {@code future} and {@code
 * previous}, one head for numbers or quantiles. A graph that reads {@code previous}, the target one
 * step earlier, is recursive: it is trained on the truth and run on its own output. The input
 * {@code local-ridge} is the forecast of ridge regressions that are fitted first, for a head's
 * skip.
 */
public final class ForecastApp implements App<ForecastConfig> {
  static final String PAST = "past";
  static final String FUTURE = "future";
  static final String PREVIOUS = "previous";
  static final String LOCAL_RIDGE = "local-ridge";

  @Override
  public String name() {
    return "forecast";
  }

  @Override
  public Examples examples() {
    return new Examples(
        new Example("of a table: finds stamps, clock, series and step", "load.csv"),
        List.of(
            new Example("what comes after a file's last row", "--in load.csv --out forecast.csv")),
        "load.csv");
  }

  @Override
  public Class<ForecastConfig> configType() {
    return ForecastConfig.class;
  }

  @Override
  public GraphPorts ports() {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    Map<String, Integer> steps = new LinkedHashMap<>();
    for (String input : List.of(PAST, FUTURE, PREVIOUS, LOCAL_RIDGE)) {
      inputs.put(input, new Shape.Sequence(Shape.UNKNOWN));
      steps.put(input, Shape.UNKNOWN);
    }
    return new GraphPorts(inputs, Shape.UNKNOWN, Shape.UNKNOWN, steps);
  }

  /** The inputs that the graph uses, with their sizes. */
  static GraphPorts ports(ForecastConfig config, FittedSeries fitted) {
    WindowShape window = fitted.window();
    FeatureLayout layout = fitted.layout();
    int targets = layout.targets().size();
    Map<String, Shape> inputs = new LinkedHashMap<>();
    Map<String, Integer> steps = new LinkedHashMap<>();
    if (config.uses(PAST)) {
      inputs.put(PAST, new Shape.Sequence(layout.pastSize()));
      steps.put(PAST, window.past());
    }
    if (config.uses(FUTURE)) {
      inputs.put(FUTURE, new Shape.Sequence(layout.futureSize(window)));
      steps.put(FUTURE, window.horizon());
    }
    if (config.uses(PREVIOUS)) {
      inputs.put(PREVIOUS, new Shape.Sequence(targets));
      steps.put(PREVIOUS, window.horizon());
    }
    if (config.uses(LOCAL_RIDGE)) {
      inputs.put(LOCAL_RIDGE, new Shape.Sequence(targets));
      steps.put(LOCAL_RIDGE, window.horizon());
    }
    return new GraphPorts(inputs, targets, targets * window.horizon(), steps);
  }

  @Override
  public Set<String> predictOptions() {
    return Set.of("--model");
  }

  @Override
  public Question question() {
    return Question.TABLE;
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        Metric.MAE,
        Metric.RMSE,
        Metric.MSE,
        Metric.MAPE,
        Metric.SMAPE,
        Metric.MASE,
        Metric.ND,
        Metric.R2,
        Metric.PEAK_MAE,
        Metric.PINBALL);
  }

  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Quantiles.class, Regression.class);
  }

  @Override
  public Optional<String> stepInput() {
    return Optional.of(PREVIOUS);
  }

  @Override
  public void check(ForecastConfig config, Problems problems) {
    App.super.check(config, problems);
    if (config.train().earlyStop().metric().equals(Metric.PINBALL.key())
        && config.levels().values().isEmpty()) {
      problems.add(
          "train.early-stop.metric",
          "pinball needs a head with {layer: quantiles}; choose mae or rmse");
    }
  }

  @Override
  public List<String> models(ForecastConfig config) {
    List<String> models = new ArrayList<>(List.of(Baselines.NAIVE, Baselines.SEASONAL));
    if (config.baselines().ridge()) {
      models.add(Baselines.RIDGE);
    }
    if (config.uses(LOCAL_RIDGE)) {
      models.add(LOCAL_RIDGE);
    }
    return models;
  }

  @Override
  public List<String> advice(ForecastConfig config) {
    return List.of(
        config.uses(LOCAL_RIDGE)
            ? "more dropout in the graph"
            : "skip: local-ridge of the head (the simple model as a part of the net)",
        "a longer window.past");
  }

  @Override
  public boolean canRefit() {
    return true;
  }

  @Override
  public ForecastTask open(ForecastConfig config, DataAccess access) {
    return ForecastTask.fit(config, source(config, access), access);
  }

  @Override
  public List<String> inspect(ForecastConfig config, DataAccess access) {
    return SeriesSummary.of(config, source(config, access));
  }

  @Override
  public List<Hint> hints() {
    return ForecastDraft.hints();
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    return ForecastDraft.of(this, files, hints);
  }

  @Override
  public ForecastTask restore(ForecastConfig config, DataAccess access, Path fitted) {
    return ForecastTask.restored(
        config,
        source(config, access),
        FittedForecast.load(fitted, config.series()),
        access,
        fitted);
  }

  private static Source<SplitSeries> source(ForecastConfig config, DataAccess access) {
    return new LazySource<>(() -> new SeriesSources(config.series(), config.data(), access).open());
  }
}
