package org.unroll.apps.forecast;

import java.util.List;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.RunSettings;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Quantiles;
import org.unroll.core.metric.Levels;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SeriesData;
import org.unroll.datasets.window.WindowConfig;

@Doc("The next hours of a series from the past ones.")
record ForecastConfig(
    @Inline RunSettings run,
    SeriesData data,
    SeriesConfig series,
    WindowConfig window,
    @Default("{}") BaselineConfig baselines,
    @Doc(
            "Move the quantiles on the validation split once the best epoch is known, so that as many values lie below each as its level says (conformalised quantile regression, Romano et al. 2019); the median stays.")
        @Default("true")
        boolean calibrate)
    implements RunConfig {

  @Override
  public List<Repetition> folds() {
    return data.repetitions();
  }

  /** Of the head. */
  Levels levels() {
    for (NodeSpec node : graph().nodes().values()) {
      if (node instanceof Quantiles head) {
        return new Levels(head.levels());
      }
    }
    return Levels.NONE;
  }
}
