package org.unroll.datasets.lab;

/**
 * Values of which two are marked, as the addition problem has them.
 *
 * @param values from 0 to 1, one a step; not to be changed
 * @param first step of the one that is marked first, from 0
 * @param second step of the other
 */
public record MarkedValues(float[] values, int first, int second) {
  /** What the net is to say. */
  public double sum() {
    return (double) values[first] + values[second];
  }

  /** Steps from the first marked value to the end, over which it must be remembered. */
  public int age() {
    return values.length - 1 - first;
  }
}
