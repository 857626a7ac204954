package org.unroll.core.layer.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;

/**
 * The pictures of a batch, or unmasked frames of its sequences, as rows of {@link TimeMajor#rows}.
 * They are handed on in chunks of a few sizes: each new number of pictures makes oneDNN plan and
 * compile anew, and keep what it made. Chunks are exact, so nothing is added to a batch, and a
 * chunk without gaps is a view. Immutable.
 */
final class CountedRows {
  /** From the largest. */
  private static final int[] SIZES = {64, 48, 32, 24, 16, 8, 4, 2, 1};

  private final int[] rows;
  private final int all;

  private CountedRows(int[] rows, int all) {
    this.rows = rows;
    this.all = all;
  }

  /**
   * @param input {@code [b, n, t]}, or with the examples first
   * @param mask {@code [b, t]} or {@code [b, 1]}
   */
  static CountedRows of(INDArray input, Optional<INDArray> mask) {
    int batch = (int) input.size(0);
    int time = input.rank() == 3 ? (int) input.size(2) : 1;
    StepMask steps = StepMask.of(mask, batch, time);
    if (steps.batch() != batch || steps.time() != time) {
      throw new IllegalStateException(
          "A mask of %d sequences and %d steps for an input of %d and %d"
              .formatted(steps.batch(), steps.time(), batch, time));
    }
    int[] rows = new int[batch * time];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (steps.counts(row % batch, row / batch)) {
        rows[count++] = row;
      }
    }
    return new CountedRows(Arrays.copyOf(rows, count), rows.length);
  }

  /** Rows that all count. */
  static CountedRows all(long count) {
    int[] rows = new int[(int) count];
    Arrays.setAll(rows, row -> row);
    return new CountedRows(rows, rows.length);
  }

  int count() {
    return rows.length;
  }

  /** With those that do not count. */
  int all() {
    return all;
  }

  /** The place of a row that counts, from 0 to {@link #count()}. */
  int row(int number) {
    return rows[number];
  }

  boolean areAll() {
    return rows.length == all;
  }

  /**
   * @param most rows of one
   */
  List<RowChunk> chunks(int most) {
    List<RowChunk> chunks = new ArrayList<>();
    int from = 0;
    for (int size : SIZES) {
      while (size <= most && rows.length - from >= size) {
        chunks.add(new RowChunk(Arrays.copyOfRange(rows, from, from + size)));
        from += size;
      }
    }
    return chunks;
  }

  /** Sets the rows that do not count to 0, whatever they hold. */
  void clearOthers(INDArray array) {
    for (int row = 0, next = 0; row < all; row++) {
      if (next < rows.length && rows[next] == row) {
        next++;
      } else {
        RowChunk.clear(array, row);
      }
    }
  }
}
