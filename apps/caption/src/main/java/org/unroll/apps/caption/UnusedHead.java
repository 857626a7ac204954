package org.unroll.apps.caption;

import java.util.List;
import org.unroll.core.graph.node.GlobalPool;
import org.unroll.core.graph.node.LayerOptions;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.PoolTime;
import org.unroll.core.graph.node.Sigmoid;

/** Nodes above what is kept of an encoder that is not trained: a graph of DL4J's has a head. */
final class UnusedHead {
  private UnusedHead() {}

  static NodeSpec pooled(String input) {
    return new GlobalPool(List.of(input), PoolTime.Kind.MEAN);
  }

  static NodeSpec of(String input) {
    return new Sigmoid(List.of(input), List.of(), 0, 0.5, LayerOptions.DEFAULTS);
  }
}
