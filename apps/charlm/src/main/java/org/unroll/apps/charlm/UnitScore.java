package org.unroll.apps.charlm;

import java.util.Optional;
import org.unroll.datasets.stream.TextSignal;

/**
 * A unit and what it follows.
 *
 * @param signal empty if a user chose the unit
 * @param node of the graph, a recurrent layer
 * @param unit its number in the layer, from 0
 * @param squashed whether the hyperbolic tangent of what it holds is meant: of a unit that switches
 *     rather than counts
 * @param chosen correlation by which it was found, Pearson's
 * @param heldOut correlation on another text than it was found on
 */
record UnitScore(
    Optional<TextSignal> signal,
    String node,
    int unit,
    boolean squashed,
    double chosen,
    double heldOut) {
  static UnitScore chosen(UnitName name) {
    return new UnitScore(Optional.empty(), name.node(), name.unit(), false, 0, 0);
  }

  /** As tables and pages call what it follows. */
  String follows() {
    return signal.map(TextSignal::key).orElse("");
  }

  /** What is correlated of what the unit holds. */
  double of(double held) {
    return squashed ? Math.tanh(held) : held;
  }
}
