package org.unroll.core.layer.array;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.SinglePrecision;

/** The numbers of an array of either precision, for loops that add up in double precision. */
public final class Doubles {
  private Doubles() {}

  /** A copy of all values in C order, of any array. */
  public static double[] read(INDArray array) {
    return array.dataType() == DataType.DOUBLE
        ? array.reshape(array.length()).toDoubleVector()
        : SinglePrecision.widened(Floats.read(array));
  }

  /**
   * @param values as many as the array has, in C order
   * @param array in C order without gaps, to be overwritten
   */
  public static void write(double[] values, INDArray array) {
    if (array.dataType() == DataType.DOUBLE) {
      array.assign(Nd4j.createFromArray(values).reshape('c', array.shape()));
    } else {
      Floats.write(SinglePrecision.of(values), array);
    }
  }
}
