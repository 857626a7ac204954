package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Squash;
import org.unroll.core.layer.array.Strip;

/** {@link PlainLstm} in single precision on the CPU, a pass over memory where that has ten. */
record FloatLstm() implements PlainCell {
  private static final int INPUT = 0;
  private static final int FORGET = 1;
  private static final int CANDIDATE = 2;
  private static final int OUTPUT = 3;

  /** The four blocks of the gates. */
  private record Blocks(Strip in, Strip forget, Strip candidate, Strip out) {
    static Blocks of(INDArray gates, long units) {
      return new Blocks(
          new Strip(gates, INPUT * units, units),
          new Strip(gates, FORGET * units, units),
          new Strip(gates, CANDIDATE * units, units),
          new Strip(gates, OUTPUT * units, units));
    }
  }

  @Override
  public CellState step(GateMaps maps, INDArray gates, CellState previous) {
    long units = maps.units();
    INDArray ofState = maps.ofState(previous.hidden(), INPUT, OUTPUT + 1); // [b, 4u]
    INDArray hidden = Nd4j.createUninitialized(gates.dataType(), previous.hidden().shape());
    INDArray memory = Nd4j.createUninitialized(gates.dataType(), previous.hidden().shape());
    Blocks blocks = Blocks.of(gates, units);
    Blocks more = Blocks.of(ofState, units);
    Strip before = new Strip(previous.memory());
    Strip newMemory = new Strip(memory);
    Strip newHidden = new Strip(hidden);
    Strip.pieces(
        hidden.size(0),
        units,
        (row, from, length) -> {
          float[] i = opened(blocks.in, more.in, row, from, length);
          float[] f = opened(blocks.forget, more.forget, row, from, length);
          float[] o = opened(blocks.out, more.out, row, from, length);
          float[] g = sum(blocks.candidate, more.candidate, row, from, length);
          Squash.tanh(g, length);
          blocks.candidate.write(g, row, from, length);
          float[] c = before.read(row, from, length);
          for (int n = 0; n < length; n++) {
            c[n] = f[n] * c[n] + i[n] * g[n];
          }
          newMemory.write(c, row, from, length);
          Squash.tanh(c, length);
          for (int n = 0; n < length; n++) {
            c[n] *= o[n];
          }
          newHidden.write(c, row, from, length);
        });
    return new CellState(hidden, memory);
  }

  private static float[] opened(Strip gate, Strip ofState, int row, int from, int length) {
    float[] sum = sum(gate, ofState, row, from, length);
    Squash.sigmoid(sum, length);
    gate.write(sum, row, from, length);
    return sum;
  }

  private static float[] sum(Strip gate, Strip ofState, int row, int from, int length) {
    float[] sum = gate.read(row, from, length);
    float[] more = ofState.read(row, from, length);
    for (int n = 0; n < length; n++) {
      sum[n] += more[n];
    }
    return sum;
  }

  @Override
  public CellState backward(GateMaps maps, CellState previous, INDArray gates, CellState next) {
    long units = maps.units();
    Blocks blocks = Blocks.of(gates, units);
    Strip before = new Strip(previous.memory());
    Strip ofHidden = new Strip(next.hidden());
    Strip ofMemory = new Strip(next.memory());
    float[] squashed = new float[Strip.PIECE]; // tanh of the new memory
    Strip.pieces(
        gates.size(0),
        units,
        (row, from, length) -> {
          float[] i = blocks.in.read(row, from, length);
          float[] f = blocks.forget.read(row, from, length);
          float[] g = blocks.candidate.read(row, from, length);
          float[] o = blocks.out.read(row, from, length);
          float[] c = before.read(row, from, length);
          float[] h = ofHidden.read(row, from, length);
          float[] m = ofMemory.read(row, from, length);
          for (int n = 0; n < length; n++) {
            squashed[n] = f[n] * c[n] + i[n] * g[n];
          }
          Squash.tanh(squashed, length);
          for (int n = 0; n < length; n++) {
            float s = squashed[n];
            float sum = m[n] + h[n] * o[n] * (1 - s * s); // gradient of the new memory
            o[n] = (1 - o[n]) * o[n] * s * h[n];
            m[n] = sum * f[n];
            f[n] = (1 - f[n]) * f[n] * c[n] * sum;
            c[n] = (1 - g[n] * g[n]) * i[n] * sum;
            i[n] = (1 - i[n]) * i[n] * g[n] * sum;
          }
          blocks.in.write(i, row, from, length);
          blocks.forget.write(f, row, from, length);
          blocks.candidate.write(c, row, from, length);
          blocks.out.write(o, row, from, length);
          ofMemory.write(m, row, from, length);
        });
    INDArray hidden = // [b, u]
        maps.differentiateState(previous.hidden(), gates, INPUT, OUTPUT + 1);
    return new CellState(hidden, next.memory());
  }
}
