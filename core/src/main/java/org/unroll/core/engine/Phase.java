package org.unroll.core.engine;

/** What a training step does, for measuring how long each takes. */
public enum Phase {
  FORWARD,
  BACKWARD,
  /** Setting gradients to zero that the next step adds to. */
  CLEARING,
  /** Adding up the gradients of the parts, and their norm. */
  SUM,
  UPDATE,
  /** The page and whoever else looks on. */
  LISTENERS
}
