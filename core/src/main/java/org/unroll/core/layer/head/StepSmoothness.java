package org.unroll.core.layer.head;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Doubles;
import org.unroll.core.layer.array.Floats;

/**
 * What classes that flicker from step to step cost: the truncated mean squared error of Farha &amp;
 * Gall (CVPR 2019, equations 6 to 8). A step costs the mean over the classes of d², and of no d
 * more than {@value #LARGEST}², where d is how far the log-probability is from that of the step
 * before. As there, the step before is taken for a constant in the gradient. The first step of a
 * sequence costs nothing, nor does a step if it or the one before is masked.
 *
 * <p>It holds a copy of what it needs, for the loss may overwrite the logits. Not thread-safe.
 */
final class StepSmoothness {
  private static final double LARGEST = 4;

  private final double weight;
  private final int sequences;
  private final int classes;
  private final DataType type;
  private final double[] logs; // log-probabilities, [r, classes]
  private final double[] probabilities; // [r, classes]
  private final float[] counts; // [r]

  /**
   * @param weight in the loss
   * @param sequences how many there are; the rows are their steps, time-major
   * @param logits {@code [r, classes]}
   * @param mask {@code [r, 1]}, 0 where masked
   */
  StepSmoothness(double weight, long sequences, INDArray logits, Optional<INDArray> mask) {
    this.weight = weight;
    this.sequences = Math.toIntExact(sequences);
    this.classes = Math.toIntExact(logits.size(1));
    this.type = logits.dataType();
    this.logs = Doubles.read(logits);
    this.probabilities = new double[logs.length];
    this.counts = new float[logs.length / classes];
    Arrays.fill(counts, 1);
    mask.ifPresent(each -> System.arraycopy(Floats.read(each), 0, counts, 0, counts.length));
    for (int row = 0; row < counts.length; row++) {
      softmax(row * classes);
    }
  }

  private void softmax(int from) {
    double largest = logs[from];
    for (int i = from; i < from + classes; i++) {
      largest = Math.max(largest, logs[i]);
    }
    double sum = 0;
    for (int i = from; i < from + classes; i++) {
      probabilities[i] = Math.exp(logs[i] - largest);
      sum += probabilities[i];
    }
    double all = largest + Math.log(sum);
    for (int i = from; i < from + classes; i++) {
      probabilities[i] /= sum;
      logs[i] -= all;
    }
  }

  private boolean counts(int row) {
    return row >= sequences && counts[row] != 0 && counts[row - sequences] != 0;
  }

  /** How far the number at an index is from that of the step before. */
  private double difference(int i) {
    return logs[i] - logs[i - sequences * classes];
  }

  /** Of each row, {@code [r]}. */
  double[] losses() {
    double[] losses = new double[counts.length];
    for (int row = 0; row < losses.length; row++) {
      for (int i = row * classes; counts(row) && i < (row + 1) * classes; i++) {
        double size = Math.min(LARGEST, Math.abs(difference(i)));
        losses[row] += weight / classes * size * size;
      }
    }
    return losses;
  }

  /** Of the sum over the rows by the logits, {@code [r, classes]}, in their type. */
  INDArray gradient() {
    double[] gradient = new double[logs.length];
    for (int row = sequences; row < counts.length; row++) {
      if (counts(row)) {
        differentiate(row * classes, gradient);
      }
    }
    return Nd4j.createFromArray(gradient).castTo(type).reshape(counts.length, classes);
  }

  /** By the logits of a row: g_k - p_k sum_c g_c, with g by its log-probabilities. */
  private void differentiate(int from, double[] gradient) {
    double sum = 0;
    for (int i = from; i < from + classes; i++) {
      double difference = difference(i);
      if (Math.abs(difference) < LARGEST) {
        gradient[i] = 2 * weight / classes * difference;
        sum += gradient[i];
      }
    }
    for (int i = from; i < from + classes; i++) {
      gradient[i] -= probabilities[i] * sum;
    }
  }
}
