package org.unroll.apps.forecast;

import java.util.OptionalInt;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.Device;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.config.UiConfig;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Quantiles;
import org.unroll.core.metric.Levels;
import org.unroll.core.yaml.Auto;
import org.unroll.core.yaml.Default;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Range;
import org.unroll.datasets.series.SeriesConfig;
import org.unroll.datasets.series.SeriesData;
import org.unroll.datasets.window.WindowConfig;

@Doc("The next hours of a series from the past ones.")
record ForecastConfig(
    @Doc("Version of this file's form.") @Default("1") int format,
    @Doc("The app this file is for.") String app,
    SeriesData data,
    SeriesConfig series,
    WindowConfig window,
    @Default("{}") BaselineConfig baselines,
    GraphSpec graph,
    TrainConfig train,
    @Default("{}") UiConfig ui,
    @Doc("auto, cpu or cuda; a device that is not built in is an error.") @Default("auto")
        Device device,
    @Doc("Threads of the native code; auto measures what is fastest when training begins.")
        @Default("auto")
        @Auto
        @Range(min = 1, max = 1024)
        OptionalInt threads,
    @Doc("Everything random in a run follows from it.") @Default("42") long seed)
    implements RunConfig {

  /** Of the head. */
  Levels levels() {
    for (NodeSpec node : graph.nodes().values()) {
      if (node instanceof Quantiles head) {
        return new Levels(head.levels());
      }
    }
    return Levels.NONE;
  }

  /** Whether some node reads this graph input. */
  boolean uses(String input) {
    return graph.nodes().values().stream().anyMatch(node -> node.reads().contains(input));
  }
}
