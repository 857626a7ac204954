package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Which quantiles a forecast gives, and the one number that stands for it: its point.
 *
 * <p>The point is the median: the level 0.5 or, where there is none, what lies at 0.5 on the
 * straight line between the level below and the level above. Where all levels lie on one side of
 * 0.5 it is the nearest of them, for nothing says how the distribution goes on beyond it; such a
 * point is as far from the median as its level is from 0.5. Whatever needs one number takes this
 * one: errors, charts, the samples, and the recursion.
 *
 * @param values ascending, each between 0 and 1; empty for a forecast of one number, which is its
 *     own point
 */
public record Levels(List<Double> values) {
  /** Of a forecast of one number. */
  public static final Levels NONE = new Levels(List.of());

  private static final double MEDIAN = 0.5;

  /**
   * @throws IllegalArgumentException if the levels do not ascend
   */
  public Levels {
    values = List.copyOf(values);
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i) <= values.get(i - 1)) {
        throw new IllegalArgumentException("levels that do not ascend: " + values);
      }
    }
  }

  /** Numbers a step. */
  public int count() {
    return Math.max(1, values.size());
  }

  /** A name for each of the numbers; that of the median for a forecast of one number. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (double level : values.isEmpty() ? List.of(MEDIAN) : values) {
      names.add(Double.toString(level));
    }
    return names;
  }

  /** Whether one of the numbers is the median. */
  public boolean holdMedian() {
    return values.isEmpty() || values.contains(MEDIAN);
  }

  /** How many lie below the median. */
  public int below() {
    int below = 0;
    while (below < values.size() && values.get(below) < MEDIAN) {
      below++;
    }
    return below;
  }

  /** The index of the level nearest to the median; of two as near the lower one. */
  public int nearest() {
    int nearest = 0;
    for (int i = 1; i < values.size(); i++) {
      if (Math.abs(values.get(i) - MEDIAN) < Math.abs(values.get(nearest) - MEDIAN)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /**
   * The point of one step.
   *
   * @param forecast the number at the index of a level
   */
  public double point(IntToDoubleFunction forecast) {
    int above = below();
    if (holdMedian() || above == 0 || above == values.size()) {
      return forecast.applyAsDouble(nearest());
    }
    double below = values.get(above - 1);
    double share = (MEDIAN - below) / (values.get(above) - below);
    double low = forecast.applyAsDouble(above - 1);
    return low + share * (forecast.applyAsDouble(above) - low);
  }

  /**
   * The points of a forecast, one a step.
   *
   * @param forecast {@code [level][step]}
   */
  public double[] point(double[][] forecast) {
    double[] points = new double[forecast[0].length];
    for (int step = 0; step < points.length; step++) {
      int at = step;
      points[step] = point(level -> forecast[level][at]);
    }
    return points;
  }
}
