package org.unroll.apps.lab;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hints;
import org.unroll.core.app.NetCheck;
import org.unroll.core.data.DataAccess;
import org.unroll.core.graph.node.Cell;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.Recurrent;
import org.unroll.core.graph.node.Regression;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Problems;
import org.unroll.datasets.lab.LabTask;

/** Made-up tasks: which inputs a graph has and what its head says hangs on the task. */
public final class LabApp implements App<LabConfig> {
  @Override
  public String name() {
    return "lab";
  }

  @Override
  public Class<LabConfig> configType() {
    return LabConfig.class;
  }

  /** Those of no task. */
  @Override
  public GraphPorts ports() {
    return new GraphPorts(Map.of(), 0);
  }

  @Override
  public GraphPorts ports(LabConfig config) {
    return config.data().task(config).ports();
  }

  @Override
  public NetCheck netCheck(LabConfig config) {
    LabData data = config.data();
    return new NetCheck("", "this task", data.heads(), data.metrics(), canRefit());
  }

  @Override
  public List<Class<? extends Head>> heads() {
    return List.of(Softmax.class, Regression.class);
  }

  @Override
  public List<Metric> metrics() {
    Set<Metric> all = new LinkedHashSet<>(AdditionTask.METRICS);
    all.addAll(SaidSymbols.METRICS);
    all.addAll(RoommateTask.METRICS);
    all.addAll(ExtrapolationTask.METRICS);
    all.addAll(OscillatorTask.METRICS);
    all.addAll(ClippingTask.METRICS);
    return List.copyOf(all);
  }

  @Override
  public List<String> advice(LabConfig config) {
    boolean gated =
        config.graph().nodes().values().stream()
            .anyMatch(node -> node instanceof Recurrent layer && layer.cell() != Cell.RNN);
    return List.of(
        "more of train.epochs",
        gated
            ? "more units in the graph (size)"
            : "another layer in the graph, such as lstm or gru");
  }

  @Override
  public void check(LabConfig config, Problems problems) {
    App.super.check(config, problems);
    for (String node : config.weights().keySet()) {
      if (!config.graph().nodes().containsKey(node)) {
        problems.add("weights." + node, "the graph has no node of that name");
      }
    }
  }

  @Override
  public LabTask<?> open(LabConfig config, DataAccess access) {
    return config.data().task(config).checked();
  }

  @Override
  public LabTask<?> restore(LabConfig config, DataAccess access, Path fitted) {
    return config.data().task(config);
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    throw new UserError(
        "lab makes its examples itself and reads no files of yours: choose a task with data.task (./unroll lab config schema names them), or ask init of another app");
  }
}
