package org.unroll.core.layer.array;

import java.util.Optional;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@code rows W + b}, and its gradients.
 *
 * @param weights {@code [n, m]}, or their gradient
 * @param bias {@code [1, m]}, or its gradient; empty where there is none
 */
public record AffineMap(INDArray weights, Optional<INDArray> bias) {

  /**
   * @param rows {@code [r, n]}, dense
   * @return {@code [r, m]}, dense
   */
  public INDArray of(INDArray rows, ArrayType where, LayerWorkspaceMgr workspaces) {
    INDArray result = // [r, m]
        TimeMajor.create(workspaces, where, rows.dataType(), rows.size(0), weights.size(1));
    Products.multiply(rows, weights, result);
    bias.ifPresent(added -> addToRows(added, result));
    return result;
  }

  /**
   * @param delta gradient of the loss by what the map gave, {@code [r, m]}, dense
   * @return that by the rows it read, {@code [r, n]}, dense
   */
  public INDArray below(INDArray delta, LayerWorkspaceMgr workspaces) {
    INDArray below = // [r, n]
        TimeMajor.create(
            workspaces,
            ArrayType.ACTIVATION_GRAD,
            delta.dataType(),
            delta.size(0),
            weights.size(0));
    Products.multiply(delta, weights.transpose(), below);
    return below;
  }

  /**
   * Overwrites the gradients, which this is made of.
   *
   * @param rows that were read, {@code [r, n]}, dense
   * @param delta {@code [r, m]}, dense
   */
  public void differentiate(INDArray rows, INDArray delta) {
    Products.multiply(rows.transpose(), delta, weights);
    bias.ifPresent(sum -> sumRows(delta, sum));
  }

  private static void addToRows(INDArray bias, INDArray rows) {
    if (!Floats.areIn(rows)) {
      rows.addiRowVector(bias);
      return;
    }
    float[] added = bias.toFloatVector();
    Floats.changeRows(
        rows,
        row -> {
          for (int i = 0; i < row.length; i++) {
            row[i] += added[i];
          }
        });
  }

  private static void sumRows(INDArray rows, INDArray sum) {
    if (!Floats.areIn(rows)) {
      rows.sum(sum, 0);
      return;
    }
    float[] total = new float[(int) sum.length()];
    Floats.readRows(
        rows,
        row -> {
          for (int i = 0; i < row.length; i++) {
            total[i] += row[i];
          }
        });
    Floats.of(sum).put(0, total);
  }
}
