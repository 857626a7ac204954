package org.unroll.datasets.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.metric.ForecastErrors;
import org.unroll.core.metric.Levels;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.series.Series;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SeriesData;
import org.unroll.datasets.series.SeriesSources;
import org.unroll.datasets.series.SplitSeries;

/** A series pipeline from a piece of YAML, with what it said. */
public final class Experiment {
  final SeriesConfig config;
  final WindowShape window;
  public final SeriesData data;
  public final List<String> notices = new ArrayList<>();

  record Sections(SeriesData data, SeriesConfig series, WindowConfig window) {}

  public Experiment(String yaml) {
    Sections sections =
        new ConfigLoader<>(Sections.class)
            .load(new ConfigText("test.yaml", yaml), List.of(), List.of())
            .config();
    config = sections.series();
    window = sections.window().shape(24, Scaling.TRAIN);
    data = sections.data();
  }

  public SeriesConfig config() {
    return config;
  }

  public SplitSeries read(Split last) {
    return new SeriesSources(config, data, new DataAccess(true, notices::add)).open().read(last);
  }

  public FittedSeries fit(SplitSeries split) {
    return FittedSeries.fit(config, window, split, notices::add);
  }

  /** Scores a simple model; each series' own seasonal naive error scales MASE. */
  public static Map<String, Double> score(
      Forecaster model, Windows windows, SplitSeries split, boolean scaled) {
    double[] errors = new double[split.series().size()];
    for (int i = 0; i < errors.length; i++) {
      Series series = split.series().get(i);
      errors[i] =
          new SeasonalNaive(24)
              .error(
                  series.values(windows.layout().targets().get(0)),
                  split.parts().get(i).validation());
    }
    ForecastErrors sum = new ForecastErrors(Levels.NONE, errors, 24);
    Scale scale = scaled ? windows.trainingScale(0) : new Scale(0, 1);
    for (int window = 0; window < windows.size(); window++) {
      double[] truth = windows.truth(window, 0);
      double[] forecast = model.forecast(windows, window)[0];
      for (int i = 0; i < truth.length; i++) {
        truth[i] = scale.scaled(truth[i]);
        forecast[i] = scale.scaled(forecast[i]);
      }
      sum.add(windows.seriesOf(window), truth, new double[][] {forecast});
    }
    return sum.metrics();
  }
}
