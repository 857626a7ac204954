package org.unroll.core.layer;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The numbers of an array as a buffer, to be read and written by plain loops. A call into ND4J
 * takes some microseconds, and where it uses several threads, milliseconds on a busy machine.
 */
public final class Floats {
  private Floats() {}

  /** Whether {@link #of} can be used: single precision on the CPU. */
  public static boolean areIn(INDArray array) {
    return array.dataType() == DataType.FLOAT && Nd4j.getEnvironment().isCPU();
  }

  /**
   * @param array dense, in single precision, on the CPU; up to 2^29 numbers
   * @return its memory, in its order
   */
  public static FloatBuffer of(INDArray array) {
    return array
        .data()
        .addressPointer()
        .capacity(array.length())
        .asByteBuffer()
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
