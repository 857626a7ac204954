package org.unroll.core.layer.array;

import java.lang.ref.Reference;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Matrix products. In single precision on the CPU they are oneDNN's: for the narrow matrices of an
 * output layer it takes a fourth of the time of ND4J's BLAS.
 */
public final class Products {
  private Products() {}

  /**
   * {@code result = left right}. The result is dense, in C or in F order.
   *
   * @param left {@code [m, k]}
   * @param right {@code [k, n]}
   * @param result {@code [m, n]}, overwritten
   */
  public static void multiply(INDArray left, INDArray right, INDArray result) {
    multiply(left, right, result, 0);
  }

  /** {@code result += left right}, otherwise as {@link #multiply}. */
  public static void multiplyAdd(INDArray left, INDArray right, INDArray result) {
    multiply(left, right, result, 1);
  }

  private static void multiply(INDArray left, INDArray right, INDArray result, float kept) {
    if (result.dataType() != DataType.FLOAT || OneDnn.obstacle().isPresent()) {
      Nd4j.gemm(left, right, result, false, false, 1, kept);
    } else if (TimeMajor.isDense(result)) {
      sgemm(dense(left), dense(right), result, kept);
    } else {
      sgemm(dense(right.transpose()), dense(left.transpose()), result.transpose(), kept);
    }
  }

  private static INDArray dense(INDArray matrix) {
    boolean usable = TimeMajor.isDense(matrix) || TimeMajor.isDense(matrix.transpose());
    return usable ? matrix : matrix.dup('c');
  }

  private static void sgemm(INDArray left, INDArray right, INDArray result, float kept) {
    int status =
        dnnl.dnnl_sgemm(
            turned(left),
            turned(right),
            result.size(0),
            result.size(1),
            left.size(1),
            1,
            floats(left),
            rowLength(left),
            floats(right),
            rowLength(right),
            kept,
            floats(result),
            result.size(1));
    Reference.reachabilityFence(left); // oneDNN knows addresses alone
    Reference.reachabilityFence(right);
    Reference.reachabilityFence(result);
    if (status != dnnl.dnnl_success) {
      throw new IllegalStateException("oneDNN's sgemm failed with status " + status);
    }
  }

  private static byte turned(INDArray matrix) {
    return (byte) (TimeMajor.isDense(matrix) ? 'N' : 'T');
  }

  /** Of a row as it lies in memory. */
  private static long rowLength(INDArray matrix) {
    return TimeMajor.isDense(matrix) ? matrix.size(1) : matrix.size(0);
  }

  private static FloatPointer floats(INDArray array) {
    return new FloatPointer(array.data().addressPointer());
  }
}
