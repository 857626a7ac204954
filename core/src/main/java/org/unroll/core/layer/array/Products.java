package org.unroll.core.layer.array;

import java.nio.FloatBuffer;
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
    if (result.dataType() != DataType.FLOAT || OneDnn.obstacle().isPresent()) {
      Nd4j.gemm(left, right, result, false, false, 1, 0);
    } else if (TimeMajor.isDense(result)) {
      sgemm(dense(left), dense(right), result);
    } else {
      sgemm(dense(right.transpose()), dense(left.transpose()), result.transpose());
    }
  }

  /**
   * {@code result = rows weights + bias}.
   *
   * @param rows {@code [r, n]}, dense
   * @param weights {@code [n, m]}
   * @param bias {@code [1, m]}
   * @param result {@code [r, m]}, dense, overwritten
   */
  public static void linear(INDArray rows, INDArray weights, INDArray bias, INDArray result) {
    multiply(rows, weights, result);
    if (!Floats.areIn(result)) {
      result.addiRowVector(bias);
      return;
    }
    float[] added = bias.toFloatVector();
    FloatBuffer numbers = Floats.of(result);
    float[] row = new float[added.length];
    for (int at = 0; at < numbers.capacity(); at += row.length) {
      numbers.get(at, row);
      for (int i = 0; i < row.length; i++) {
        row[i] += added[i];
      }
      numbers.put(at, row);
    }
  }

  /**
   * The sum of the rows.
   *
   * @param rows {@code [r, m]}, dense
   * @param sum {@code [1, m]}, dense, overwritten
   */
  public static void sumRows(INDArray rows, INDArray sum) {
    if (!Floats.areIn(rows)) {
      rows.sum(sum, 0);
      return;
    }
    FloatBuffer numbers = Floats.of(rows);
    float[] row = new float[(int) rows.size(1)];
    float[] total = new float[row.length];
    for (int at = 0; at < numbers.capacity(); at += row.length) {
      numbers.get(at, row);
      for (int i = 0; i < row.length; i++) {
        total[i] += row[i];
      }
    }
    Floats.of(sum).put(0, total);
  }

  private static INDArray dense(INDArray matrix) {
    boolean usable = TimeMajor.isDense(matrix) || TimeMajor.isDense(matrix.transpose());
    return usable ? matrix : matrix.dup('c');
  }

  private static void sgemm(INDArray left, INDArray right, INDArray result) {
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
            0,
            floats(result),
            result.size(1));
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
