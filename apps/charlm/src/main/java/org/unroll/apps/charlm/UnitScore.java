package org.unroll.apps.charlm;

import org.unroll.datasets.stream.TextSignal;

/**
 * A unit and what it follows.
 *
 * @param node of the graph, a recurrent layer
 * @param unit its number in the layer, from 0
 * @param squashed whether the hyperbolic tangent of what it holds is meant: of a unit that switches
 *     rather than counts
 * @param chosen correlation by which it was found, Pearson's
 * @param heldOut correlation on another text than it was found on
 */
record UnitScore(
    TextSignal signal, String node, int unit, boolean squashed, double chosen, double heldOut) {
  ShownUnit shown() {
    return new ShownUnit(node, unit, squashed, signal.key(), heldOut);
  }
}
