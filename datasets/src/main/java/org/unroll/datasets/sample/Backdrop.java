package org.unroll.datasets.sample;

import java.util.random.RandomGenerator;

/**
 * What is behind the shapes of a generated video or scene. It drifts and bends its way all the
 * time, whatever a shape does, so that a difference of frames alone does not tell a shape that
 * moves from one that rests.
 */
final class Backdrop {
  /** The patterns; each repeats itself. */
  enum Pattern {
    GRADIENT,
    STRIPES,
    NOISE
  }

  private static final double DARKEST = 20;
  private static final double BRIGHTEST = 80;
  private static final int KNOTS = 16;
  private static final double CELL = 7; // pixels between knots
  private static final double DRIFT = 0.6; // pixels a frame, about

  private final Pattern pattern;
  private final double[][] knots = new double[KNOTS][KNOTS];
  private final double direction; // of the stripes, radians
  private final double period; // pixels
  private final double heading; // of the drift at first, radians
  private final double bend; // radians a frame
  private final double[] tint = new double[3];

  Backdrop(Pattern pattern, RandomGenerator random) {
    this.pattern = pattern;
    for (double[] row : knots) {
      for (int i = 0; i < KNOTS; i++) {
        row[i] = random.nextDouble();
      }
    }
    this.direction = random.nextDouble(Math.PI);
    this.period =
        pattern == Pattern.GRADIENT ? random.nextDouble(70, 100) : random.nextDouble(13, 19);
    this.heading = random.nextDouble(2 * Math.PI);
    this.bend = random.nextDouble(0.03, 0.06) * (random.nextBoolean() ? 1 : -1);
    for (int channel = 0; channel < tint.length; channel++) {
      tint[channel] = random.nextDouble(0.55, 1);
    }
  }

  /** From 0 to 1. */
  double brightness(int frame, double x, double y) {
    // the integral of a heading that turns evenly: a large circle
    double radius = DRIFT / bend;
    double right = x - radius * Math.sin(heading + bend * frame);
    double down = y + radius * Math.cos(heading + bend * frame);
    if (pattern == Pattern.NOISE) {
      return noise(right / CELL, down / CELL);
    }
    double along = right * Math.cos(direction) + down * Math.sin(direction);
    return 0.5 + 0.5 * Math.sin(2 * Math.PI * along / period);
  }

  /**
   * Of a channel, from 0 to 255.
   *
   * @param brightness from 0 to 1
   */
  double level(double brightness, int channel) {
    return DARKEST + (BRIGHTEST - DARKEST) * brightness * tint[channel];
  }

  /** Between random knots, smoothly. */
  private double noise(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double right = smooth(x - column);
    double down = smooth(y - row);
    double upper = (1 - right) * knot(row, column) + right * knot(row, column + 1);
    double lower = (1 - right) * knot(row + 1, column) + right * knot(row + 1, column + 1);
    return (1 - down) * upper + down * lower;
  }

  private double knot(int row, int column) {
    return knots[Math.floorMod(row, KNOTS)][Math.floorMod(column, KNOTS)];
  }

  private static double smooth(double share) {
    return share * share * (3 - 2 * share);
  }
}
