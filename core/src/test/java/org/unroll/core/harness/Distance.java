package org.unroll.core.harness;

import org.nd4j.linalg.api.ndarray.INDArray;

/** How far arrays are apart, for tests. */
public final class Distance {
  private Distance() {}

  /**
   * The largest difference; not a number if either array has one, which ND4J's own would pass over.
   */
  public static double between(INDArray actual, INDArray expected) {
    INDArray difference = actual.sub(expected);
    double sum = difference.sumNumber().doubleValue();
    return Double.isFinite(sum) ? difference.amaxNumber().doubleValue() : Double.NaN;
  }
}
