package org.unroll.core.layer;

/** A layer at work that drops values while training, and can be told to drop none. */
public interface Dropping {
  /** From now on it does in training what it does outside of it. */
  void dropNothing();
}
