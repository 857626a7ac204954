package org.unroll.core.graph.node;

import org.unroll.core.yaml.Variant;

/** An output layer, whose output is compared with the labels. */
public sealed interface Head extends NodeSpec permits Softmax, Sigmoid, NumbersHead {

  /** What the YAML calls a kind of head: {@code softmax}. */
  static String key(Class<? extends Head> kind) {
    return kind.getAnnotation(Variant.class).names()[0];
  }

  @Override
  default boolean isHead() {
    return true;
  }
}
