package org.unroll.core.layer;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.Rows;

/**
 * The gradient of an embedding. A batch touches few of its rows, so whoever looks after it (the
 * engine) need not clear and add up all of them. Not thread-safe.
 */
public final class RowGradient {
  private final INDArray rows; // [words, n]
  private Optional<int[]> touched = Optional.empty();
  private boolean zero;

  RowGradient(INDArray rows) {
    this.rows = rows;
  }

  /** {@code [words, n]}. */
  public INDArray array() {
    return rows;
  }

  /**
   * The rows that the last backward pass wrote, some more than once; all others are zero. Empty if
   * it may have written any.
   */
  public Optional<int[]> touched() {
    return touched;
  }

  /** Tells that somebody has set all of it to zero. */
  public void isZero() {
    zero = true;
  }

  /** Sets to zero what the last backward pass wrote; nothing else may have written since. */
  public void clear() {
    if (touched.isEmpty() || !Floats.areIn(rows)) {
      Floats.clear(rows);
    } else {
      Rows written = new Rows(rows);
      for (int row : touched.get()) {
        written.clear(row);
      }
    }
    zero = true;
  }

  /** All will be overwritten. */
  public void writeAll() {
    touched = Optional.empty();
    zero = false;
  }

  /** All is zero now, and some rows will be added to. */
  public void addTo(int[] numbers) {
    if (!zero) {
      Floats.clear(rows);
    }
    touched = Optional.of(numbers);
    zero = false;
  }
}
