package org.unroll.core.layer.image;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.Rows;

/**
 * Some rows of a matrix that ND4J gets in one call.
 *
 * @param rows ascending
 */
record RowChunk(int[] rows) {
  int size() {
    return rows.length;
  }

  boolean isGapless() {
    return rows[rows.length - 1] - rows[0] == rows.length - 1;
  }

  /**
   * Where to write what the rows shall hold.
   *
   * @param buffer {@code [at least as many, n]}
   * @return {@code [rows, n]}, dense: of the matrix, or where it has gaps of the buffer
   */
  INDArray place(INDArray matrix, INDArray buffer) {
    return isGapless()
        ? matrix.get(NDArrayIndex.interval(rows[0], rows[0] + rows.length))
        : buffer.get(NDArrayIndex.interval(0, rows.length));
  }

  /** The rows, in the matrix or copied. */
  INDArray read(INDArray matrix, INDArray buffer) {
    INDArray place = place(matrix, buffer);
    if (isGapless()) {
      return place;
    }
    return Rows.pull(matrix, place, rows);
  }

  /** Brings what was written to {@link #place} into the matrix. */
  void write(INDArray place, INDArray matrix) {
    if (isGapless()) {
      return;
    }
    if (!Floats.areIn(place)) {
      for (int i = 0; i < rows.length; i++) {
        matrix.getRow(rows[i]).assign(place.getRow(i));
      }
      return;
    }
    Rows source = new Rows(place);
    Rows target = new Rows(matrix);
    for (int i = 0; i < rows.length; i++) {
      target.copy(rows[i], source, i);
    }
  }

  static void clear(INDArray matrix, int row) {
    if (Floats.areIn(matrix)) {
      new Rows(matrix).clear(row);
    } else {
      matrix.getRow(row).assign(0);
    }
  }
}
