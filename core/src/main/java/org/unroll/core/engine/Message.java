package org.unroll.core.engine;

/** What the first process of a group says to another; each is followed by what it is about. */
enum Message {
  /** The net that what follows is about: configuration, limit of the gradient's norm, weights. */
  NET,
  /** A section of a part of a batch: weights, data; answered with loss and gradient. */
  GRADIENT,
  /**
   * Batches to train on: weights, state of the updater, data; answered with what became of them.
   */
  ROUND
}
