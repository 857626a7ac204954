package org.unroll.core.engine;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.RowGradient;
import org.unroll.core.layer.array.Floats;

/**
 * Adds the touched rows of an embedding's gradients. Each thread has a range of the rows, so they
 * share the notes of what was seen without meeting.
 */
final class RowSum {
  private final int[] seen; // by row: a number that grows with every gradient of every step
  private final int size;
  private final int[] stamps; // by thread

  RowSum(INDArray rows, int threads) {
    this.seen = new int[(int) rows.size(0)];
    this.size = (int) rows.size(1);
    this.stamps = new int[threads];
  }

  /**
   * Adds all to the first, in the share of one thread of as many as there are gradients.
   *
   * @return the sum of the squares of the sums
   */
  double add(List<RowGradient> gradients, int part) {
    int from = BatchParts.begin(seen.length, part, gradients.size());
    int to = BatchParts.begin(seen.length, part + 1, gradients.size());
    int before = stamps[part];
    int[] union = new int[Math.min(to - from, touches(gradients))];
    int count = 0;
    GradientRows sums = new GradientRows(gradients.get(0), size);
    for (int i = 0; i < gradients.size(); i++) {
      int stamp = ++stamps[part];
      GradientRows own = new GradientRows(gradients.get(i), size);
      for (int row : gradients.get(i).touched().orElseThrow()) {
        if (row < from || row >= to || seen[row] == stamp) {
          continue;
        }
        if (seen[row] <= before) {
          union[count++] = row;
        }
        seen[row] = stamp;
        if (i > 0) {
          sums.add(own, row);
        }
      }
    }
    return sums.squares(Arrays.copyOf(union, count));
  }

  /** Of one gradient, for one thread. */
  private static final class GradientRows {
    private final FloatBuffer all;
    private final float[] row;

    GradientRows(RowGradient gradient, int size) {
      this.all = Floats.of(gradient.array());
      this.row = new float[size];
    }

    private float[] get(int number) {
      all.get(number * row.length, row);
      return row;
    }

    void add(GradientRows other, int number) {
      NumberSum.add(get(number), other.get(number), row.length);
      all.put(number * row.length, row);
    }

    double squares(int[] numbers) {
      float[] squares = new float[row.length];
      for (int number : numbers) {
        NumberSum.addSquares(get(number), row.length, squares);
      }
      return NumberSum.total(squares);
    }
  }

  private static int touches(List<RowGradient> gradients) {
    int touches = 0;
    for (RowGradient gradient : gradients) {
      touches += gradient.touched().orElseThrow().length;
    }
    return touches;
  }
}
