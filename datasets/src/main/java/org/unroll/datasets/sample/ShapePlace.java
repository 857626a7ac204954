package org.unroll.datasets.sample;

/**
 * How a shape lies in a frame of a generated video.
 *
 * @param x pixels of its middle from the left
 * @param y pixels from the top
 * @param size logarithm of its radius in pixels
 * @param angle radians
 */
record ShapePlace(double x, double y, double size, double angle) {
  double radius() {
    return Math.exp(size);
  }

  /** A frame later. */
  ShapePlace after(MotionSegment segment) {
    return new ShapePlace(x + segment.across(), y, size + segment.growth(), angle + segment.turn());
  }
}
