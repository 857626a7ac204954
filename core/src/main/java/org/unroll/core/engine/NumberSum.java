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
  private final float[] squares = new float[PIECE]; // by place in the piece: a vector instruction

  NumberSum(List<ComputationGraph> graphs) {
    this.gradients =
        graphs.stream().map(graph -> Floats.of(graph.getFlattenedGradients())).toList();
  }

  /** Adds all to the first. */
  void add(int from, int to) {
    for (int at = from; at < to; at += PIECE) {
      int length = Math.min(PIECE, to - at);
      gradients.get(0).get(at, sum, 0, length);
      for (int i = 1; i < gradients.size(); i++) {
        gradients.get(i).get(at, more, 0, length);
        add(sum, more, length);
      }
      gradients.get(0).put(at, sum, 0, length);
      addSquares(sum, length, squares);
    }
  }

  static void add(float[] sum, float[] more, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += more[i];
    }
  }

  static void addSquares(float[] values, int length, float[] squares) {
    for (int i = 0; i < length; i++) {
      squares[i] += values[i] * values[i];
    }
  }

  /** The sum of the squares of all sums so far. */
  double squares() {
    return total(squares);
  }

  static double total(float[] parts) {
    double total = 0;
    for (float part : parts) {
      total += part;
    }
    return total;
  }
}
