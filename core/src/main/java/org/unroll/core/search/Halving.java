package org.unroll.core.search;

import java.util.ArrayList;
import java.util.List;

/**
 * How long trials are trained: all to the epochs of the first rung, the best {@code 1/eta} of them
 * to those of the next, and so on; the last rung is the whole training. Successive halving as of
 * Jamieson &amp; Talwalkar, "Non-stochastic best arm identification and hyperparameter
 * optimization", AISTATS 2016; with as many rungs as trials and epochs allow it is the most eager
 * bracket of Hyperband (Li et al., JMLR 18, 2018).
 *
 * @param rungs epochs, ascending
 */
public record Halving(int eta, List<Integer> rungs) {
  static final int ETA = 3;

  public Halving {
    rungs = List.copyOf(rungs);
  }

  /**
   * At least one epoch in the first rung, and at least one trial in the last.
   *
   * @param trials those drawn; the config as it is goes on in any case
   */
  static Halving of(int trials, int epochs) {
    int halvings = 0;
    for (int least = ETA; least <= Math.min(trials, epochs); least *= ETA) {
      halvings++;
    }
    List<Integer> rungs = new ArrayList<>();
    for (int n = halvings; n >= 0; n--) {
      rungs.add((int) Math.round(epochs / Math.pow(ETA, n)));
    }
    return new Halving(ETA, rungs);
  }

  /** Every trial is trained in full. */
  static Halving none(int epochs) {
    return new Halving(ETA, List.of(epochs));
  }

  /** How many of the trials of a rung go on to the next. */
  int kept(int trials) {
    return Math.max(1, trials / eta);
  }
}
