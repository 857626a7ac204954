package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Squash;
import org.unroll.core.layer.array.Strip;

/**
 * A block of the gates in single precision on the CPU, beside what the state adds to it.
 *
 * @param gate the inputs' part, to be overwritten by the activated gate
 * @param ofState the state's part
 */
record GateStrip(Strip gate, Strip ofState) {
  /**
   * @param gates {@code [b, gates * u]}
   * @param number of the block in it
   * @param state {@code [b, some * u]}
   * @param place of the block in that
   */
  static GateStrip of(INDArray gates, int number, INDArray state, int place, long units) {
    return new GateStrip(
        new Strip(gates, number * units, units), new Strip(state, place * units, units));
  }

  /** A piece through the logistic function, in an array that is used again. */
  float[] sigmoid(int row, int from, int length) {
    float[] sum = sum(row, from, length);
    Squash.sigmoid(sum, length);
    gate.write(sum, row, from, length);
    return sum;
  }

  /** A piece through the hyperbolic tangent, likewise. */
  float[] tanh(int row, int from, int length) {
    float[] sum = sum(row, from, length);
    Squash.tanh(sum, length);
    gate.write(sum, row, from, length);
    return sum;
  }

  private float[] sum(int row, int from, int length) {
    float[] sum = gate.read(row, from, length);
    float[] more = ofState.read(row, from, length);
    for (int i = 0; i < length; i++) {
      sum[i] += more[i];
    }
    return sum;
  }
}
