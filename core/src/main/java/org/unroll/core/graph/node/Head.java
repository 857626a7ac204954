package org.unroll.core.graph.node;

/** An output layer, whose output is compared with the labels. */
public sealed interface Head extends NodeSpec permits Softmax, Sigmoid, NumbersHead {

  @Override
  default boolean isHead() {
    return true;
  }
}
