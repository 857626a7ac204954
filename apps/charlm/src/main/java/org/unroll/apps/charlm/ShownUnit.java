package org.unroll.apps.charlm;

/**
 * A unit that is shown.
 *
 * @param squashed whether the hyperbolic tangent of what it holds is shown
 * @param follows what it follows; empty if a user chose it
 * @param correlation with that; 0 if a user chose it
 */
record ShownUnit(String node, int unit, boolean squashed, String follows, double correlation) {
  double of(double held) {
    return squashed ? Math.tanh(held) : held;
  }
}
