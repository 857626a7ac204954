package org.unroll.core.layer.head;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Floats;

/**
 * {@link CrossEntropy} over rows of logits, with its gradient in their place. Apart from the
 * softmax itself, a row without smoothing and weights costs one number. Not thread-safe.
 */
final class ClassRows {
  /** Least probability that counts, as in DL4J's LossMCXENT: a loss of 23 at most. */
  private static final float SMALLEST = 1e-10f;

  /** Numbers of which a call into ND4J takes longer than a loop. */
  private static final int SMALL = 32_768;

  private final double[] weights; // empty for 1 each
  private final double smoothing;
  private final INDArray logits; // [r, classes]
  private final FloatBuffer values;
  private final int classes;
  private final double meanWeight;

  ClassRows(double[] weights, double smoothing, INDArray logits) {
    this.weights = weights;
    this.smoothing = smoothing;
    this.logits = logits;
    this.classes = Math.toIntExact(logits.size(1));
    this.values = Floats.of(logits);
    this.meanWeight = Arrays.stream(weights).average().orElse(1);
  }

  /**
   * @param labels class numbers {@code [r, 1]}
   * @param mask {@code [r, 1]}
   * @return the sum of the loss over the rows
   */
  double toGradient(INDArray labels, Optional<INDArray> mask) {
    int[] truth = labels.toIntVector();
    float[] counts = new float[truth.length];
    Arrays.fill(counts, 1);
    mask.ifPresent(m -> System.arraycopy(m.toFloatVector(), 0, counts, 0, counts.length));
    double[] spread = smoothing == 0 ? new double[0] : labelAboveMean(truth);
    softmax();
    double loss = 0;
    for (int row = 0; row < truth.length; row++) {
      if (counts[row] == 0) {
        values.put(row * classes, new float[classes]);
        continue;
      }
      double own = -Math.log(Math.max(SMALLEST, values.get(row * classes + truth[row])));
      double all = (1 - smoothing) * weight(truth[row]) * own;
      if (smoothing > 0) {
        all += smoothing * (spread[row] + meanWeight * own);
      }
      loss += counts[row] * all;
      differentiate(row, truth[row], counts[row]);
    }
    return loss;
  }

  private void softmax() {
    if (logits.length() > SMALL) {
      Nd4j.exec(new SoftMax(logits, logits, 1));
      return;
    }
    Floats.changeRows(logits, ClassRows::softmax);
  }

  private static void softmax(float[] row) {
    float largest = row[0];
    for (float value : row) {
      largest = Math.max(largest, value);
    }
    float sum = 0;
    for (int c = 0; c < row.length; c++) {
      row[c] = (float) Math.exp(row[c] - largest);
      sum += row[c];
    }
    for (int c = 0; c < row.length; c++) {
      row[c] /= sum;
    }
  }

  /** Of each row: how far its label's logit is above the mean of all, each times its weight. */
  private double[] labelAboveMean(int[] truth) {
    double[] spread = new double[truth.length];
    float[] row = new float[classes];
    for (int r = 0; r < truth.length; r++) {
      values.get(r * classes, row);
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += weight(c) * row[c];
      }
      spread[r] = meanWeight * row[truth[r]] - sum / classes;
    }
    return spread;
  }

  private double weight(int c) {
    return weights.length == 0 ? 1 : weights[c];
  }

  /** From probabilities to {@code count (p_c sum_k w_k y_k - w_c y_c)}. */
  private void differentiate(int row, int truth, float count) {
    int label = row * classes + truth;
    if (weights.length == 0 && smoothing == 0 && count == 1) {
      values.put(label, values.get(label) - 1);
      return;
    }
    double total = (1 - smoothing) * weight(truth) + smoothing * meanWeight;
    double share = smoothing / classes;
    float[] gradient = new float[classes];
    values.get(row * classes, gradient);
    for (int c = 0; c < classes; c++) {
      gradient[c] = (float) (count * (total * gradient[c] - share * weight(c)));
    }
    gradient[truth] -= (float) (count * (1 - smoothing) * weight(truth));
    values.put(row * classes, gradient);
  }
}
