package org.unroll.core.report;

/** A straight stretch of a way. */
record Stretch(double fromX, double fromY, double toX, double toY) {
  private static final Stretch NOTHING =
      new Stretch(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** Whether there is none; so it is where an end is no number. */
  boolean isNothing() {
    return !(Double.isFinite(fromX + fromY) && Double.isFinite(toX + toY));
  }

  /** What lies in a rectangle (Liang and Barsky 1984). */
  Stretch within(AxisRange across, AxisRange up) {
    if (isNothing()) {
      return NOTHING;
    }
    double first = 0;
    double last = 1;
    double right = toX - fromX;
    double above = toY - fromY;
    double[] towards = {-right, right, -above, above};
    double[] room = {
      fromX - across.low(), across.high() - fromX, fromY - up.low(), up.high() - fromY
    };
    for (int side = 0; side < towards.length; side++) {
      if (towards[side] == 0 && room[side] < 0) {
        return NOTHING;
      }
      if (towards[side] < 0) {
        first = Math.max(first, room[side] / towards[side]);
      } else if (towards[side] > 0) {
        last = Math.min(last, room[side] / towards[side]);
      }
    }
    return first > last
        ? NOTHING
        : new Stretch(
            fromX + first * right,
            fromY + first * above,
            fromX + last * right,
            fromY + last * above);
  }
}
