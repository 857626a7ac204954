package org.unroll.apps.video;

import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Problems;
import org.unroll.datasets.clip.ClassOutcome;
import org.unroll.datasets.clip.FeatureInput;
import org.unroll.datasets.clip.FrameOutcome;
import org.unroll.datasets.clip.PixelInput;
import org.unroll.datasets.image.AugmentConfig;

/** Whether graph and training go with what is labelled, and with how. */
record ConfigFit(VideoConfig config) {

  /** What can be seen without data. */
  void check(GraphPorts ports, Problems problems) {
    boolean features = config.uses(FeatureInput.NAME);
    if (config.uses(PixelInput.NAME) && features) {
      problems.add("graph", "a recording has frames or features, not both; read one of them");
    }
    if (features && !config.picture().augment().equals(AugmentConfig.NONE)) {
      problems.add(
          "picture.augment", "the graph reads features, which stay as they are; remove it");
    }
    Map<String, Shape> shapes =
        GraphCheck.check(config.graph(), ports, "graph", new Problems()); // reported before
    config.graph().nodes().forEach((name, node) -> checkHead(name, node, shapes, problems));
  }

  private static void checkHead(
      String name, NodeSpec node, Map<String, Shape> shapes, Problems problems) {
    if (node.isHead() && shapes.containsKey(name) && !shapes.get(name).hasSteps()) {
      problems.add(
          "graph." + name + ".input",
          "the head would give one answer a recording, and each frame needs its own; let it read a node with steps");
    }
  }

  /**
   * @param outcome fitted on the labels
   * @throws UserError if the head is for other labels, or nothing gives the metric
   */
  void require(FrameOutcome outcome) {
    boolean classes = outcome instanceof ClassOutcome;
    config
        .graph()
        .nodes()
        .forEach(
            (name, node) -> {
              if (node.isHead() && node instanceof Softmax != classes) {
                throw new UserError(
                    classes
                        ? "graph.%s: frames have classes; write {layer: softmax}, or name columns of numbers in data.columns.targets"
                            .formatted(name)
                        : "graph.%s: frames have numbers, and softmax gives classes; write {layer: regression}"
                            .formatted(name));
              }
            });
    List<String> known = outcome.metrics().stream().map(Metric::key).toList();
    String metric = config.train().earlyStop().metric();
    if (!known.contains(metric)) {
      throw new UserError(
          "train.early-stop.metric: frames have %s, which have no %s; choose one of %s"
              .formatted(classes ? "classes" : "numbers", metric, String.join(", ", known)));
    }
  }
}
