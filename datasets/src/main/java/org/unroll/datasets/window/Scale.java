package org.unroll.datasets.window;

/**
 * A linear map to values of mean 0 and deviation 1.
 *
 * @param mean what becomes 0
 * @param deviation what becomes 1, above 0
 */
public record Scale(double mean, double deviation) {
  public double scaled(double value) {
    return (value - mean) / deviation;
  }

  /** Back to the units of the data. */
  public double restored(double scaled) {
    return mean + deviation * scaled;
  }

  /** Of the values that are there; a constant keeps the deviation 1. */
  public static Scale of(double[] values, int from, int to) {
    Moments moments = new Moments();
    moments.add(values, from, to);
    return moments.scale();
  }

  /** Sums values up, those that are missing left out. Not thread-safe. */
  static final class Moments {
    private long count;
    private double mean;
    private double squares; // about the mean: Welford's update

    void add(double[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        if (!Double.isNaN(values[i])) {
          count++;
          double delta = values[i] - mean;
          mean += delta / count;
          squares += delta * (values[i] - mean);
        }
      }
    }

    boolean isEmpty() {
      return count == 0;
    }

    boolean isConstant() {
      return Math.sqrt(squares / count) <= 1e-9 * Math.max(1, Math.abs(mean));
    }

    Scale scale() {
      if (isEmpty()) {
        return new Scale(0, 1);
      }
      return new Scale(mean, isConstant() ? 1 : Math.sqrt(squares / count));
    }
  }
}
