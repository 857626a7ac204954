package org.unroll.apps.caption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.app.NetCheck;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Sigmoid;
import org.unroll.core.metric.LabelSets;
import org.unroll.core.yaml.NearestName;
import org.unroll.core.yaml.Problems;

/** What is wrong with an encoder by itself, as far as it is seen without data. */
record EncoderCheck(EncoderConfig encoder) {
  static final String PATH = "encoder.";

  void check(Problems problems) {
    checkFeatures(problems);
    GraphPorts ports = EncoderGraph.ports(PictureForm.PICTURE.unknown(), Shape.UNKNOWN);
    if (encoder.train().isPresent()) {
      new NetCheck(PATH, "the encoder", List.of(Sigmoid.class), LabelSets.METRICS, false)
          .check(encoder.graph(), ports, encoder.train().get(), problems);
    } else {
      checkUntrained(ports, problems);
    }
  }

  private void checkFeatures(Problems problems) {
    Map<String, NodeSpec> nodes = encoder.graph().nodes();
    List<String> names = EncoderGraph.names(encoder.graph());
    Optional<NodeSpec> named = Optional.ofNullable(nodes.get(encoder.features()));
    if (named.isEmpty()) {
      problems.add(
          PATH + "features",
          "no node '%s' in encoder.graph%s"
              .formatted(encoder.features(), NearestName.suggest(encoder.features(), names)));
    } else if (named.get().isHead()) {
      String below =
          named.get().reads().stream()
              .filter(names::contains)
              .findFirst()
              .map(", such as '%s'"::formatted)
              .orElse("");
      problems.add(
          PATH + "features",
          "'%s' is the head, which is not kept; name a node below it%s"
              .formatted(encoder.features(), below));
    }
  }

  /** Its heads would say something, but learn nothing. */
  private void checkUntrained(GraphPorts ports, Problems problems) {
    Map<String, NodeSpec> headless = new LinkedHashMap<>(encoder.graph().nodes());
    headless.values().removeIf(NodeSpec::isHead);
    GraphCheck.checkHeadless(
        new GraphSpec(headless), ports, PATH + "graph", encoder.features(), problems);
    for (Map.Entry<String, NodeSpec> node : encoder.graph().nodes().entrySet()) {
      if (node.getValue().isHead()) {
        problems.add(
            PATH + "graph." + node.getKey(),
            "a head learns nothing without encoder.train; set that, or remove the head and what leads to it alone");
      }
    }
  }
}
