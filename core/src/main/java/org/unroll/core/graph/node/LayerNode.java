package org.unroll.core.graph.node;

import java.util.Optional;

/** A node with the keys that layers share. */
public sealed interface LayerNode extends NodeSpec
    permits Embedding, Recurrent, Dense, Linear, Head, Conv, Conv1d, ConvRecurrent {

  LayerOptions options();

  @Override
  default Optional<Thaw> thaw() {
    return options().thaw();
  }
}
