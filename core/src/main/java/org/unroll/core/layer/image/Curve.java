package org.unroll.core.layer.image;

import java.nio.IntBuffer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/**
 * What an activation function did in training.
 *
 * @param seen what its derivative follows from, {@code [r, n]}: its values if it is a ReLU, else
 *     what it read
 */
record Curve(IActivation function, INDArray seen) {

  /**
   * Applies it.
   *
   * @param sums dense, to be overwritten by the values
   */
  static Curve of(
      IActivation function, INDArray sums, boolean training, LayerWorkspaceMgr workspaces) {
    if (function instanceof ActivationIdentity) {
      return new Curve(function, sums);
    }
    boolean rectified = function instanceof ActivationReLU;
    INDArray seen =
        rectified || !training ? sums : workspaces.dup(ArrayType.ACTIVATIONS, sums, 'c');
    if (rectified && Floats.areIn(sums)) {
      Floats.changePieces(sums, Curve::rectify);
    } else {
      function.getActivation(sums, training);
    }
    return new Curve(function, seen);
  }

  /** NaN stays NaN. */
  private static void rectify(float[] values, int length) {
    for (int i = 0; i < length; i++) {
      values[i] = Math.max(values[i], 0);
    }
  }

  /**
   * @param above gradient by its values, {@code [r, n]}, dense
   * @return that by what it read; of rows that do not count undefined
   */
  INDArray delta(INDArray above, Pieces pieces, LayerWorkspaceMgr workspaces) {
    if (function instanceof ActivationIdentity) {
      return above;
    }
    if (!(function instanceof ActivationReLU && Floats.areIn(above))) {
      INDArray own = workspaces.dup(ArrayType.BP_WORKING_MEM, above, 'c');
      return function.backprop(seen, own).getFirst();
    }
    INDArray delta =
        TimeMajor.create(
            workspaces, ArrayType.BP_WORKING_MEM, above.dataType(), above.size(0), above.size(1));
    where(above, pieces, delta);
    return delta;
  }

  /** On bits, which Java's compiler turns into vector instructions: no value is -0. */
  private void where(INDArray above, Pieces pieces, INDArray delta) {
    IntBuffer values = Floats.bits(seen);
    IntBuffer source = Floats.bits(above);
    IntBuffer target = Floats.bits(delta);
    int[] value = new int[pieces.length()];
    int[] gradient = new int[pieces.length()];
    pieces.forEach(
        (at, channel, channels) -> {
          int length = channels * pieces.size().plane();
          values.get(at, value, 0, length);
          source.get(at, gradient, 0, length);
          for (int i = 0; i < length; i++) {
            gradient[i] &= -value[i] >> 31;
          }
          target.put(at, gradient, 0, length);
        });
  }
}
