package org.unroll.core.app;

/**
 * Told pieces of answers as soon as they are known; those of one input come in order and are its
 * whole answer together, as the terminal shows it. Those of several may come on several threads.
 */
@FunctionalInterface
public interface Pieces {
  /** Nobody listens. */
  Pieces NONE = (input, piece) -> {};

  /**
   * @param input its place in the list that was asked
   */
  void take(int input, String piece);
}
