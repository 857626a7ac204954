package org.unroll.core.inspect;

import org.unroll.core.graph.node.Part;

/** DL4J's name of a recurrent layer for readers: that of its node, and its direction. */
final class LayerName {
  private LayerName() {}

  static String of(String vertex) {
    return Part.FORWARD
        .node(vertex)
        .map(node -> node + " forwards")
        .or(() -> Part.BACKWARD.node(vertex).map(node -> node + " backwards"))
        .orElse(vertex);
  }
}
