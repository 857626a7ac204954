package org.unroll.core.engine;

import java.nio.FloatBuffer;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.unroll.core.layer.array.Floats;

/**
 * Adds stretches of flat gradients, piece by piece in the processor's nearest cache. One thread.
 */
final class NumberSum {
  private static final int PIECE = 2048;

  private final List<FloatBuffer> gradients;
  private final float[] sum = new float[PIECE];
  private final float[] more = new float[PIECE];

  NumberSum(List<ComputationGraph> graphs) {
    this.gradients =
        graphs.stream().map(graph -> Floats.of(graph.getFlattenedGradients())).toList();
  }

  /**
   * Adds all to the first.
   *
   * @return the sum of the squares of the sums
   */
  double add(int from, int to) {
    double squares = 0;
    for (int at = from; at < to; at += PIECE) {
      int length = Math.min(PIECE, to - at);
      gradients.get(0).get(at, sum, 0, length);
      for (int i = 1; i < gradients.size(); i++) {
        gradients.get(i).get(at, more, 0, length);
        add(sum, more, length);
      }
      gradients.get(0).put(at, sum, 0, length);
      squares += squares(sum, length);
    }
    return squares;
  }

  static void add(float[] sum, float[] more, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += more[i];
    }
  }

  static double squares(float[] values, int length) {
    double even = 0; // two sums, since an addition waits for the one before it
    double odd = 0;
    int i = 0;
    for (; i + 1 < length; i += 2) {
      even += (double) values[i] * values[i];
      odd += (double) values[i + 1] * values[i + 1];
    }
    if (i < length) {
      even += (double) values[i] * values[i];
    }
    return even + odd;
  }
}
