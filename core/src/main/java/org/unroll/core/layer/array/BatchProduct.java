package org.unroll.core.layer.array;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Matrix products, one for each example, in one call. */
public final class BatchProduct {
  private BatchProduct() {}

  /**
   * @param left {@code [b, rows, k]}, in any order
   * @param right {@code [b, k, columns]}, in any order
   * @return {@code [b, rows, columns]} in C order
   */
  public static INDArray of(
      INDArray left, INDArray right, LayerWorkspaceMgr workspaces, ArrayType type) {
    long[] shape = {left.size(0), left.size(1), right.size(2)};
    INDArray product = workspaces.createUninitialized(type, left.dataType(), shape, 'c');
    Nd4j.matmul(left, right, product);
    return product;
  }

  /** {@code [b, rows, columns]} to {@code [b, columns, rows]}, a view. */
  public static INDArray turned(INDArray matrices) {
    return matrices.permute(0, 2, 1);
  }
}
