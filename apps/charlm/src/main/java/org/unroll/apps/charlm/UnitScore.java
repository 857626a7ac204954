package org.unroll.apps.charlm;

import org.unroll.datasets.stream.TextSignal;

/**
 * A unit and what it follows.
 *
 * @param node of the graph, a recurrent layer
 * @param unit its number in the layer, from 0
 * @param chosen correlation by which it was found, Pearson's
 * @param heldOut correlation on another text than it was found on
 */
record UnitScore(TextSignal signal, String node, int unit, double chosen, double heldOut) {}
