package org.unroll.apps.lab;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Example;
import org.unroll.core.app.Examples;
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
  /** {@code data.task=copy}, or {@code data={task: copy, …}}. */
  private static final Pattern TASK = Pattern.compile("^data(?:=\\{.*task:|\\.task=)\\s*(\\w+)");

  /** The config that a task has, by its name. */
  private static final Map<String, String> FILES =
      Map.of(
          "addition", "lab-addition",
          "clipping", "lab-clipping",
          "copy", "lab-copy",
          "echo", "lab-truncation",
          "execute", "lab-execute",
          "extrapolation", "lab-extrapolation",
          "oscillator", "lab-oscillator",
          "roommate", "lab-roommate");

  @Override
  public String name() {
    return "lab";
  }

  @Override
  public Examples examples() {
    return new Examples(
        new Example("says where its configs are, as it reads no files", ""),
        List.of(
            new Example("what it says of the test split, and what would be right", "--split test"),
            new Example("the sum of the marked values", "\"0.3 0.7* 0.2 0.5*\"")),
        "");
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
    return config.data().task(config).reading(access).checked();
  }

  @Override
  public LabTask<?> restore(LabConfig config, DataAccess access, Path fitted) {
    return config.data().task(config).reading(access);
  }

  /** The data and the graph of one task are not those of another. */
  @Override
  public Optional<String> remedy(List<String> settings) {
    return settings.stream()
        .map(TASK::matcher)
        .filter(Matcher::find)
        .map(found -> FILES.get(found.group(1)))
        .filter(Objects::nonNull)
        .map("each task has its own data and graph: begin with -c configs/%s.yaml"::formatted)
        .findFirst();
  }

  @Override
  public boolean readsFiles() {
    return false;
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    throw new UserError(
        "lab makes its examples itself and reads no files of yours: take a file of configs/lab-*.yaml, one for each data.task, such as by ./unroll lab train -c configs/lab-copy.yaml, or ask init of another app");
  }
}
