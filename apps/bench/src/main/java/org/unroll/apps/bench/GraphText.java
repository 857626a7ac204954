package org.unroll.apps.bench;

import java.util.List;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;

/** A network written down as in the apps' YAML. */
final class GraphText {
  private static final ConfigLoader<Nodes> LOADER = new ConfigLoader<>(Nodes.class);

  record Nodes(GraphSpec graph) {}

  private GraphText() {}

  /**
   * @param nodes one a line, {@code name: {layer: …}}
   */
  static GraphSpec read(String nodes) {
    ConfigText text = new ConfigText("bench layers", "graph:\n" + nodes.indent(2));
    return LOADER.load(text, List.of(), List.of()).config().graph();
  }
}
