package org.unroll.core.layer.array;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sequences with the steps outermost, {@code [t, b, n]} in C order, as recurrent cells want them.
 * DL4J's {@code [b, n, t]} can be a permuted view of such an array; then nothing is copied.
 */
public final class TimeMajor {
  private TimeMajor() {}

  /** A new array {@code [t, b, n]}, not initialised. */
  public static INDArray create(
      LayerWorkspaceMgr workspaces, ArrayType type, DataType data, long... shape) {
    return workspaces.createUninitialized(type, data, shape, 'c');
  }

  /** The view {@code [b, n, t]} of {@code [t, b, n]}. */
  public static INDArray sequences(INDArray steps) {
    return steps.permute(1, 2, 0);
  }

  /**
   * @param sequences {@code [b, n, t]} in any order
   * @return {@code [t, b, n]}, a view if they lie in memory that way, otherwise a copy
   */
  public static INDArray steps(LayerWorkspaceMgr workspaces, ArrayType type, INDArray sequences) {
    INDArray steps = sequences.permute(2, 0, 1); // [t, b, n]
    if (isDense(steps)) {
      return steps;
    }
    INDArray copy = create(workspaces, type, sequences.dataType(), steps.shape());
    return copy.assign(steps);
  }

  /**
   * All steps of all examples as the rows of a matrix, or of vectors and pictures the examples.
   *
   * @param array {@code [b, n, t]}, {@code [b, n]} or {@code [b, c, h, w]}, in any order
   * @return dense {@code [t b, n]}, {@code [b, n]} or {@code [b, c h w]}, a view or a copy
   */
  public static INDArray rows(LayerWorkspaceMgr workspaces, ArrayType type, INDArray array) {
    if (array.rank() != 3) {
      INDArray dense = isDense(array) ? array : workspaces.dup(type, array, 'c');
      return array.rank() == 2
          ? dense
          : dense.reshape('c', array.size(0), array.length() / array.size(0));
    }
    INDArray steps = steps(workspaces, type, array); // [t, b, n]
    return steps.reshape('c', steps.size(0) * steps.size(1), steps.size(2));
  }

  /**
   * The inverse of {@link #rows}, of which the number of columns (of pictures: of channels) may
   * have changed.
   *
   * @param model {@code [b, n, t]}, {@code [b, n]} or {@code [b, c, h, w]}
   */
  public static INDArray like(INDArray model, INDArray rows) {
    return switch (model.rank()) {
      case 2 -> rows;
      case 3 -> sequences(rows.reshape('c', model.size(2), model.size(0), rows.size(1)));
      default ->
          rows.reshape(
              'c',
              model.size(0),
              rows.size(1) / (model.size(2) * model.size(3)),
              model.size(2),
              model.size(3));
    };
  }

  /**
   * Sets the rows of masked steps to 0, whatever they hold.
   *
   * @param rows dense {@code [t b, n]} or, of vectors, {@code [b, n]}
   * @param mask {@code [b, t]} or {@code [b, 1]}, 0 where masked
   */
  public static void clearMasked(INDArray rows, INDArray mask) {
    float[] counts = Floats.read(mask.transpose());
    if (!Floats.areIn(rows)) {
      rows.muliColumnVector(
          Nd4j.createFromArray(counts).castTo(rows.dataType()).reshape(counts.length, 1));
      return;
    }
    Rows written = new Rows(rows);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        written.clear(i);
      }
    }
  }

  /** Whether the array lies in memory in C order without gaps. */
  public static boolean isDense(INDArray array) {
    long expected = 1;
    for (int i = array.rank() - 1; i >= 0; i--) {
      if (array.size(i) > 1 && array.stride(i) != expected) {
        return false;
      }
      expected *= array.size(i);
    }
    return true;
  }
}
