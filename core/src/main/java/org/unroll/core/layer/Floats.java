package org.unroll.core.layer;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies between arrays and Java's heap, in one go where they are floats on the CPU. */
public final class Floats {
  private Floats() {}

  /** All values in C order. */
  public static float[] read(INDArray array) {
    INDArray dense = TimeMajor.isDense(array) ? array : array.dup('c');
    if (!isDirect(dense)) {
      return dense.ravel('c').castTo(DataType.FLOAT).toFloatVector();
    }
    float[] values = new float[(int) dense.length()];
    new FloatPointer(dense.data().addressPointer()).get(values);
    return values;
  }

  /**
   * @param values as many as the array has, in C order
   * @param array in C order without gaps, to be overwritten
   */
  public static void write(float[] values, INDArray array) {
    if (isDirect(array)) {
      new FloatPointer(array.data().addressPointer()).put(values);
    } else {
      array.assign(Nd4j.createFromArray(values).reshape(array.shape()));
    }
  }

  private static boolean isDirect(INDArray array) {
    return array.dataType() == DataType.FLOAT && Nd4j.getEnvironment().isCPU();
  }
}
