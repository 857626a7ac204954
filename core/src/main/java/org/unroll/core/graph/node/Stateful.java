package org.unroll.core.graph.node;

/** A node made of recurrent cells, whose state after the last step can be read. */
interface Stateful {

  /** Whether it reads backwards too. */
  Directions bidirectional();

  /** Whether its state is a memory beside the output. */
  boolean hasMemory();

  /** DL4J's name of the layer that reads forwards. */
  default String forward(String name) {
    return bidirectional() == Directions.FORWARD ? name : Part.FORWARD.of(name);
  }

  /** DL4J's name of the layer that reads backwards. */
  default String backward(String name) {
    return Part.BACKWARD.of(name);
  }
}
