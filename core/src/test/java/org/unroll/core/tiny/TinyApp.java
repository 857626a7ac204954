package org.unroll.core.tiny;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Example;
import org.unroll.core.app.Examples;
import org.unroll.core.app.Hints;
import org.unroll.core.data.DataAccess;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.metric.Metric;

/** The smallest app there can be, so that core can test its commands without a data set. */
public final class TinyApp implements App<TinyConfig> {
  @Override
  public String name() {
    return "tiny";
  }

  @Override
  public Examples examples() {
    return new Examples(
        new Example("of steps", "steps.csv"),
        List.of(new Example("steps", "\"0 1\"")),
        "steps.csv");
  }

  @Override
  public Class<TinyConfig> configType() {
    return TinyConfig.class;
  }

  @Override
  public GraphPorts ports() {
    return new GraphPorts(Map.of("steps", new Shape.Sequence(2)), 2);
  }

  @Override
  public Set<String> predictOptions() {
    return Set.of("--attention");
  }

  @Override
  public List<Metric> metrics() {
    return List.of(Metric.ACCURACY, Metric.LOG_LOSS);
  }

  @Override
  public TinyTask open(TinyConfig config, DataAccess access) {
    return new TinyTask(config);
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    throw new UserError("it knows no files");
  }

  @Override
  public TinyTask restore(TinyConfig config, DataAccess access, Path fitted) {
    return new TinyTask(config);
  }
}
