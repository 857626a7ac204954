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

  @Override
  public CellState step(GateMaps maps, INDArray gates, CellState previous) {
    long units = maps.units();
    INDArray ofState = maps.ofState(previous.hidden(), INPUT, OUTPUT + 1); // [b, 4u]
    INDArray hidden = Nd4j.createUninitialized(gates.dataType(), previous.hidden().shape());
    INDArray memory = Nd4j.createUninitialized(gates.dataType(), previous.hidden().shape());
    GateStrip in = GateStrip.of(gates, INPUT, ofState, INPUT, units);
    GateStrip forget = GateStrip.of(gates, FORGET, ofState, FORGET, units);
    GateStrip candidate = GateStrip.of(gates, CANDIDATE, ofState, CANDIDATE, units);
    GateStrip out = GateStrip.of(gates, OUTPUT, ofState, OUTPUT, units);
    Strip before = new Strip(previous.memory());
    Strip newMemory = new Strip(memory);
    Strip newHidden = new Strip(hidden);
    Strip.pieces(
        hidden.size(0),
        units,
        (row, from, length) -> {
          float[] i = in.sigmoid(row, from, length);
          float[] f = forget.sigmoid(row, from, length);
          float[] o = out.sigmoid(row, from, length);
          float[] g = candidate.tanh(row, from, length);
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

  @Override
  public CellState backward(GateMaps maps, CellState previous, INDArray gates, CellState next) {
    long units = maps.units();
    Strip in = new Strip(gates, INPUT * units, units);
    Strip forget = new Strip(gates, FORGET * units, units);
    Strip candidate = new Strip(gates, CANDIDATE * units, units);
    Strip out = new Strip(gates, OUTPUT * units, units);
    Strip before = new Strip(previous.memory());
    Strip ofHidden = new Strip(next.hidden());
    Strip ofMemory = new Strip(next.memory());
    float[] squashed = new float[Strip.PIECE]; // tanh of the new memory
    Strip.pieces(
        gates.size(0),
        units,
        (row, from, length) -> {
          float[] i = in.read(row, from, length);
          float[] f = forget.read(row, from, length);
          float[] g = candidate.read(row, from, length);
          float[] o = out.read(row, from, length);
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
          in.write(i, row, from, length);
          forget.write(f, row, from, length);
          candidate.write(c, row, from, length);
          out.write(o, row, from, length);
          ofMemory.write(m, row, from, length);
        });
    INDArray hidden = // [b, u]
        maps.differentiateState(previous.hidden(), gates, INPUT, OUTPUT + 1);
    return new CellState(hidden, next.memory());
  }
}
