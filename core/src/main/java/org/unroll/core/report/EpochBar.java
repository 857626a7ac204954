package org.unroll.core.report;

/**
 * One epoch of an example.
 *
 * @param mark {@code right}, {@code wrong}, or {@code plain} where there is no such thing
 * @param says the epoch in a few words
 * @param height 0 to 1, or NaN where it is not known
 */
record EpochBar(String mark, String says, double height) {
  private static final double LOWEST = 0.04; // what is there is seen

  static EpochBar judged(boolean right, String says, double height) {
    return new EpochBar(right ? "right" : "wrong", says, height);
  }

  /** Its height in percent of the room. */
  long percent() {
    return Math.round(100 * Math.max(LOWEST, Math.min(1, height)));
  }
}
