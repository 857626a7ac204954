package org.unroll.core.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.unroll.core.config.ScheduleConfig;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.data.DataAccess;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.graph.TruncationCheck;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;

/**
 * One task of the suite: what its config looks like and how its data becomes a {@link Task}. Found
 * by {@code ServiceLoader}; stateless.
 *
 * @param <C> the config, a record
 */
public interface App<C extends Record & RunConfig> {
  /** The first word on the command line: {@code sentiment}. */
  String name();

  /** One line for the help text: what the config says of itself. */
  default String summary() {
    return configType().getAnnotation(Doc.class).value();
  }

  Class<C> configType();

  /** The graph's inputs with unknown sizes, to check a config before any data is read. */
  GraphPorts ports();

  /** The kinds of head whose output its tasks read. */
  default List<Class<? extends Head>> heads() {
    return List.of(Softmax.class);
  }

  /** Those an evaluation gives that have a better side, for {@code early-stop}. */
  List<Metric> metrics();

  /**
   * Reads the training and validation splits and fits the pipeline on the training split.
   *
   * @throws org.unroll.core.UserError if the data cannot be used
   */
  Task<?, ?> open(C config, DataAccess access);

  /**
   * Opens the training and validation data, and what there is of the test data to see without
   * reading it: files, columns, stamps and classes.
   *
   * @return what was found, in a few lines
   * @throws org.unroll.core.UserError if the data cannot be used
   */
  default List<String> inspect(C config, DataAccess access) {
    open(config, access);
    return List.of();
  }

  /**
   * A task whose pipeline was fitted before; reads no data until it is asked to.
   *
   * @param fitted the folder {@link Task#save} wrote
   */
  Task<?, ?> restore(C config, DataAccess access, Path fitted);

  /** Whether its tasks give training and validation data together, for {@code train.refit}. */
  default boolean canRefit() {
    return false;
  }

  /** All mistakes that can be seen without data. */
  default void check(C config, Problems problems) {
    GraphCheck.check(config.graph(), ports(), "graph", problems);
    if (config.train().tbptt().isPresent()) {
      TruncationCheck.check(config.graph(), ports(), problems);
    }
    checkHead(config.graph(), problems);
    String metric = config.train().earlyStop().metric();
    List<String> known = metrics().stream().map(Metric::key).toList();
    if (!known.contains(metric)) {
      problems.add(
          "train.early-stop.metric",
          "unknown metric '" + metric + "'; one of " + String.join(", ", known));
    }
    checkRefit(config.train(), problems);
    if (!config.app().equals(name())) {
      problems.add("app", "this file is for '" + config.app() + "', not for '" + name() + "'");
    }
  }

  private void checkHead(GraphSpec graph, Problems problems) {
    String known =
        heads().stream()
            .map(head -> "{layer: %s}".formatted(Head.key(head)))
            .collect(Collectors.joining(" or "));
    for (Map.Entry<String, NodeSpec> node : graph.nodes().entrySet()) {
      if (node.getValue().isHead() && !heads().contains(node.getValue().getClass())) {
        problems.add(
            "graph.%s.layer".formatted(node.getKey()),
            "%s reads no such head; write %s".formatted(name(), known));
      }
    }
  }

  private void checkRefit(TrainConfig train, Problems problems) {
    if (train.refit() && !canRefit()) {
      problems.add("train.refit", name() + " cannot train on its validation data; remove the key");
    }
    boolean plateau =
        train.schedule().filter(s -> s.kind() == ScheduleConfig.Kind.PLATEAU).isPresent();
    if (train.refit() && plateau) {
      problems.add(
          "train.refit",
          "a plateau schedule follows validation scores, and refit has none; use step or cosine");
    }
  }
}
