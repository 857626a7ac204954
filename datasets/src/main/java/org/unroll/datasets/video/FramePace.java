package org.unroll.datasets.video;

import java.util.OptionalDouble;

/**
 * Which frames are taken: all of them once, or those that are shown at the times 0, 1/rate, 2/rate
 * and so on, so that one may be taken several times or not at all. One thread.
 */
final class FramePace {
  /** Time stamps of Matroska and FLV are rounded to thousandths. */
  private static final double ROUNDED = 0.001;

  private final OptionalDouble rate;
  private final double early; // how much earlier than told a frame may be shown
  private long taken;

  FramePace(OptionalDouble rate) {
    this.rate = rate;
    this.early = rate.isPresent() ? Math.min(ROUNDED, 0.25 / rate.getAsDouble()) : 0;
  }

  /**
   * How often the frame is taken that is shown now.
   *
   * @param until seconds after the first frame, when the next is shown
   */
  int due(double until) {
    if (rate.isEmpty()) {
      return 1;
    }
    long all = Math.max(taken, (long) Math.ceil((until - early) * rate.getAsDouble()));
    int due = Math.toIntExact(all - taken);
    taken = all;
    return due;
  }
}
