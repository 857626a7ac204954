package org.unroll.core.layer.head;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Doubles;

/**
 * {@link BinaryCrossEntropy} and its gradient over rows of logits, in one pass. With z = e^-|x| the
 * loss of a logit x is (1 - y) x + c (max(-x, 0) + ln(1 + z)), c = 1 + (w - 1) y, which neither
 * overflows nor loses what a probability close to 1 would. Not thread-safe.
 */
final class LabelRows {
  /** Factors, none above 2, are multiplied up to here before one logarithm is taken of them. */
  private static final double LARGE = 1e300;

  private final double[] weights; // of labels that hold, [labels]
  private final double smoothing;
  private final double[] truth; // [r, labels]
  private final double[] values; // [r, labels]: logits, and after the pass their gradient
  private final double[] losses; // [r]

  /**
   * @param weights of labels that hold, one for each
   * @param truth as the logits, from 0 to 1
   * @param logits {@code [r, labels]}
   * @param mask {@code [r, 1]}, what each row counts
   */
  LabelRows(
      double[] weights,
      double smoothing,
      INDArray truth,
      INDArray logits,
      Optional<INDArray> mask) {
    this.weights = weights;
    this.smoothing = smoothing;
    this.truth = Doubles.read(truth);
    this.values = Doubles.read(logits);
    this.losses = new double[(int) logits.size(0)];
    double[] counts = new double[losses.length];
    Arrays.fill(counts, 1);
    mask.map(Doubles::read).ifPresent(m -> System.arraycopy(m, 0, counts, 0, counts.length));
    for (int row = 0; row < losses.length; row++) {
      if (counts[row] != 0) {
        pass(row, counts[row] / weights.length);
      } else { // whatever is there, even what is no number
        Arrays.fill(values, row * weights.length, (row + 1) * weights.length, 0);
      }
    }
  }

  /** Of each row, the mean over its labels times what the row counts. */
  double[] losses() {
    return losses;
  }

  double sum() {
    return Arrays.stream(losses).sum();
  }

  /** By the logits, of the sum over the rows. */
  double[] gradient() {
    return values;
  }

  private void pass(int row, double count) {
    int from = row * weights.length;
    double loss = 0;
    double factors = 1;
    for (int label = 0; label < weights.length; label++) {
      double x = values[from + label];
      double y = truth[from + label] * (1 - smoothing) + smoothing / 2;
      double weight = 1 + (weights[label] - 1) * y;
      double z = Math.exp(-Math.abs(x));
      double against = (x < 0 ? 1 : z) / (1 + z); // 1 - sigmoid(x)
      values[from + label] = count * (1 - y - weight * against);
      loss += (1 - y) * x + weight * Math.max(-x, 0);
      if (weight != 1) {
        loss += weight * Math.log1p(z);
      } else {
        factors *= 1 + z;
      }
      if (factors > LARGE) {
        loss += Math.log(factors);
        factors = 1;
      }
    }
    losses[row] = count * (loss + Math.log(factors));
  }
}
