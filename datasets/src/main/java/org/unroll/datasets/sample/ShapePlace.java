package org.unroll.datasets.sample;

/**
 * How a shape lies in a frame of a generated video, or in a generated scene.
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

  /** How much of a pixel a shape of this place covers: its edge is a pixel wide. */
  double covered(ShapeOutline outline, int row, int column) {
    double radius = radius();
    double right = column + 0.5 - x;
    double down = row + 0.5 - y;
    double from = Math.sqrt(right * right + down * down);
    if (from > radius + 1) {
      return 0;
    }
    double direction = Math.atan2(down, right) - angle;
    return share(outline.reach(direction) * radius - from);
  }

  /**
   * How much of a pixel is on one side of an edge.
   *
   * @param inside pixels from the edge to its middle
   */
  static double share(double inside) {
    return Math.max(0, Math.min(1, 0.5 + inside));
  }

  /** A frame later. */
  ShapePlace after(MotionSegment segment) {
    return new ShapePlace(x + segment.across(), y, size + segment.growth(), angle + segment.turn());
  }
}
