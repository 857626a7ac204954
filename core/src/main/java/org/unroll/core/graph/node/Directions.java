package org.unroll.core.graph.node;

import org.unroll.core.yaml.Names;

/** Whether a recurrent layer also reads backwards, and how the two directions are joined. */
public enum Directions {
  @Names("false")
  FORWARD,
  @Names({"concat", "true"})
  CONCAT,
  @Names("add")
  ADD;

  /** Numbers a step that a layer of {@code size} units gives. */
  int outputs(int size) {
    return this == CONCAT ? 2 * size : size;
  }
}
