package org.unroll.core.model;

import java.util.Arrays;
import org.unroll.core.app.Pieces;

/**
 * Tells pieces once, though those who asked are asked again by themselves after a batch failed: the
 * pieces are the same then. Not for several threads an input.
 */
final class Retelling implements Pieces {
  private final Pieces listener;
  private final int[] told; // by input
  private final int[] heard; // of this attempt

  Retelling(Pieces listener, int inputs) {
    this.listener = listener;
    this.told = new int[inputs];
    this.heard = new int[inputs];
  }

  /** Another attempt begins. */
  void again() {
    Arrays.fill(heard, 0);
  }

  @Override
  public void take(int input, String piece) {
    heard[input]++;
    if (heard[input] > told[input]) {
      told[input]++;
      listener.take(input, piece);
    }
  }
}
