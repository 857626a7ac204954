package org.unroll.apps.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * What a head says at each step of an example.
 *
 * @param output class after class, each with all steps
 * @param classes how many numbers a step has
 */
record StepClasses(float[] output, int classes) {
  /** The numbers of one step. */
  double[] at(int step) {
    int steps = output.length / classes;
    double[] row = new double[classes];
    for (int number = 0; number < classes; number++) {
      row[number] = output[number * steps + step];
    }
    return row;
  }

  /** Those of some steps that follow each other. */
  List<double[]> from(int first, int count) {
    List<double[]> rows = new ArrayList<>();
    for (int step = first; step < first + count; step++) {
      rows.add(at(step));
    }
    return rows;
  }

  /** The place of the largest number; of equals, the first. */
  static int best(double[] row) {
    int best = 0;
    for (int number = 1; number < row.length; number++) {
      best = row[number] > row[best] ? number : best;
    }
    return best;
  }
}
