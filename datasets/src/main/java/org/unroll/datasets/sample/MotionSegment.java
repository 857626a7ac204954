package org.unroll.datasets.sample;

import java.util.random.RandomGenerator;

/**
 * Frames in which a shape does one thing, evenly.
 *
 * @param frames at least one
 * @param across pixels that it moves to the right in each of them
 * @param growth by how much the logarithm of its radius grows in each
 * @param turn radians in each
 */
record MotionSegment(Motion motion, int frames, double across, double growth, double turn) {
  private static final int FEWEST = 15;
  private static final int MOST = 27;

  /** One of any length and speed; turns are as often to the left as to the right. */
  static MotionSegment draw(Motion motion, RandomGenerator random) {
    int frames = random.nextInt(FEWEST, MOST + 1);
    double across = random.nextDouble(1.3, 1.9);
    double growth = random.nextDouble(0.045, 0.06);
    double turn = random.nextDouble(0.3, 0.5) * (random.nextBoolean() ? 1 : -1);
    return switch (motion) {
      case LEFT -> new MotionSegment(motion, frames, -across, 0, 0);
      case RIGHT -> new MotionSegment(motion, frames, across, 0, 0);
      case GROW -> new MotionSegment(motion, frames, 0, growth, 0);
      case SHRINK -> new MotionSegment(motion, frames, 0, -growth, 0);
      case TURN -> new MotionSegment(motion, frames, 0, 0, turn);
      case REST -> new MotionSegment(motion, frames, 0, 0, 0);
    };
  }
}
