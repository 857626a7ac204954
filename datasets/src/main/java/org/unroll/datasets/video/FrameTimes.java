package org.unroll.datasets.video;

/**
 * When the frames of a recording are shown. Time stamps that are missing, run backwards or leap are
 * replaced by one that follows the last frame. One thread.
 */
final class FrameTimes {
  /** Seconds that a frame may stand still, as in the recording of a screen. */
  static final double MOST_STILL = 600;

  private final double step;
  private double last;
  private double ahead; // of the file's own clock

  /**
   * @param step seconds from frame to frame where the recording does not say
   */
  FrameTimes(double step) {
    this.step = step;
    this.last = -step;
  }

  /**
   * The time of the next frame, not before that of the last.
   *
   * @param told in seconds after the first frame; NaN if it is not known
   */
  double next(double told) {
    double time = told + ahead;
    double following = last + step;
    if (!(time >= Math.max(0, last) && time <= last + MOST_STILL)) {
      ahead = Double.isNaN(told) ? ahead : following - told;
      time = following;
    }
    last = time;
    return time;
  }

  /**
   * When the last frame is gone.
   *
   * @param told how long it is shown; 0 if it is not known
   */
  double end(double told) {
    return last + (told > 0 && told <= MOST_STILL ? told : step);
  }
}
