package org.unroll.core.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.unroll.core.config.ScheduleConfig;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.graph.TruncationCheck;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Problems;

/**
 * Checks a net of a config and how it is trained, as far as that is seen without data.
 *
 * @param path before the keys {@code graph} and {@code train}: empty, or {@code encoder.}
 * @param reader what reads its answers, for messages
 * @param heads whose output is read
 * @param metrics that {@code early-stop} may watch
 * @param canRefit whether it can be trained on its validation data too
 */
public record NetCheck(
    String path,
    String reader,
    List<Class<? extends Head>> heads,
    List<Metric> metrics,
    boolean canRefit) {

  /** Adds all mistakes. */
  public void check(GraphSpec graph, GraphPorts ports, TrainConfig train, Problems problems) {
    GraphCheck.check(graph, ports, path + "graph", problems);
    if (train.tbptt().isPresent()) {
      TruncationCheck.check(graph, ports, path + "train.tbptt", problems);
    }
    checkHead(graph, problems);
    String metric = train.earlyStop().metric();
    List<String> known = metrics.stream().map(Metric::key).toList();
    if (!known.contains(metric)) {
      problems.add(
          path + "train.early-stop.metric",
          "unknown metric '" + metric + "'; one of " + String.join(", ", known));
    }
    checkThaw(graph, train, problems);
    checkRefit(train, problems);
  }

  private void checkHead(GraphSpec graph, Problems problems) {
    String known =
        heads.stream()
            .map(head -> "{layer: %s}".formatted(Head.key(head)))
            .collect(Collectors.joining(" or "));
    for (Map.Entry<String, NodeSpec> node : graph.nodes().entrySet()) {
      if (node.getValue().isHead() && !heads.contains(node.getValue().getClass())) {
        problems.add(
            "%sgraph.%s.layer".formatted(path, node.getKey()),
            "%s reads no such head; write %s".formatted(reader, known));
      }
    }
  }

  private void checkThaw(GraphSpec graph, TrainConfig train, Problems problems) {
    for (Map.Entry<String, NodeSpec> node : graph.nodes().entrySet()) {
      if (node.getValue().thaw().filter(thaw -> thaw.after() >= train.epochs()).isPresent()) {
        problems.add(
            "%sgraph.%s.thaw.after".formatted(path, node.getKey()),
            "it would never be trained: expected less than the %d of train.epochs, or frozen: true"
                .formatted(train.epochs()));
      }
    }
  }

  private void checkRefit(TrainConfig train, Problems problems) {
    if (train.refit() && !canRefit) {
      problems.add(
          path + "train.refit", reader + " cannot train on its validation data; remove the key");
    }
    boolean plateau =
        train.schedule().filter(s -> s.kind() == ScheduleConfig.Kind.PLATEAU).isPresent();
    if (train.refit() && plateau) {
      problems.add(
          path + "train.refit",
          "a plateau schedule follows validation scores, and refit has none; use step or cosine");
    }
  }
}
