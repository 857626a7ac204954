package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Strip;

/** {@link PlainGru} in single precision on the CPU, a pass over memory where that has ten. */
record FloatGru() implements PlainCell {
  private static final int UPDATE = 0;
  private static final int RESET = 1;
  private static final int CANDIDATE = 2;

  @Override
  public CellState step(GateMaps maps, INDArray gates, CellState previous) {
    INDArray before = previous.hidden(); // [b, u]
    INDArray both = maps.ofState(before, UPDATE, CANDIDATE); // [b, 2u]
    INDArray kept = Nd4j.createUninitialized(gates.dataType(), before.shape()); // [b, u]
    open(gates, both, before, kept);
    INDArray candidate = maps.ofState(kept, CANDIDATE, CANDIDATE + 1); // [b, u]
    INDArray hidden = kept; // [b, u], whose numbers are not needed again
    mix(gates, candidate, before, hidden);
    return new CellState(hidden, previous.memory());
  }

  /** Update and reset gate, and what the reset gate keeps of the state. */
  private static void open(INDArray gates, INDArray both, INDArray before, INDArray kept) {
    long units = before.size(1);
    GateStrip update = GateStrip.of(gates, UPDATE, both, 0, units);
    GateStrip reset = GateStrip.of(gates, RESET, both, 1, units);
    Strip state = new Strip(before);
    Strip result = new Strip(kept);
    Strip.pieces(
        before.size(0),
        units,
        (row, from, length) -> {
          update.sigmoid(row, from, length);
          float[] r = reset.sigmoid(row, from, length);
          float[] h = state.read(row, from, length);
          for (int i = 0; i < length; i++) {
            r[i] *= h[i];
          }
          result.write(r, row, from, length);
        });
  }

  /** Candidate and new state. */
  private static void mix(INDArray gates, INDArray ofState, INDArray before, INDArray hidden) {
    long units = before.size(1);
    Strip update = new Strip(gates, 0, units);
    GateStrip candidate = GateStrip.of(gates, CANDIDATE, ofState, 0, units);
    Strip state = new Strip(before);
    Strip result = new Strip(hidden);
    Strip.pieces(
        before.size(0),
        units,
        (row, from, length) -> {
          float[] c = candidate.tanh(row, from, length);
          float[] z = update.read(row, from, length);
          float[] h = state.read(row, from, length);
          for (int i = 0; i < length; i++) {
            h[i] = c[i] + z[i] * (h[i] - c[i]);
          }
          result.write(h, row, from, length);
        });
  }

  @Override
  public CellState backward(GateMaps maps, CellState previous, INDArray gates, CellState next) {
    INDArray before = previous.hidden(); // [b, u]
    INDArray state = Nd4j.createUninitialized(gates.dataType(), before.shape()); // [b, u]
    INDArray inner = Nd4j.createUninitialized(gates.dataType(), before.shape()); // [b, u]
    keep(gates, before, next.hidden(), new Kept(state, inner));
    INDArray kept = // [b, u], of r h
        maps.differentiateState(state, inner, CANDIDATE, CANDIDATE + 1);
    INDArray both = // [b, 2u]
        Nd4j.createUninitialized(gates.dataType(), before.size(0), 2 * before.size(1));
    close(gates, before, next.hidden(), new Closed(kept, inner, both));
    INDArray hidden = next.hidden(); // [b, u], by now that by the state before
    return new CellState(
        hidden.addi(maps.differentiateState(before, both, UPDATE, CANDIDATE)), next.memory());
  }

  /**
   * @param state what the reset gate kept of the state
   * @param inner gradient by what the candidate's curve read
   */
  private record Kept(INDArray state, INDArray inner) {}

  private static void keep(INDArray gates, INDArray before, INDArray above, Kept kept) {
    long units = before.size(1);
    Strip update = new Strip(gates, 0, units);
    Strip reset = new Strip(gates, units, units);
    Strip candidate = new Strip(gates, 2 * units, units);
    Strip state = new Strip(before);
    Strip delta = new Strip(above);
    Strip keptState = new Strip(kept.state);
    Strip inner = new Strip(kept.inner);
    Strip.pieces(
        before.size(0),
        units,
        (row, from, length) -> {
          float[] z = update.read(row, from, length);
          float[] r = reset.read(row, from, length);
          float[] c = candidate.read(row, from, length);
          float[] h = state.read(row, from, length);
          float[] d = delta.read(row, from, length);
          for (int i = 0; i < length; i++) {
            r[i] *= h[i];
            c[i] = (1 - c[i] * c[i]) * (1 - z[i]) * d[i];
          }
          keptState.write(r, row, from, length);
          inner.write(c, row, from, length);
        });
  }

  /**
   * @param kept gradient by what the reset gate kept
   * @param inner as in {@link Kept}
   * @param both gradient by what the update and the reset gate's curves read, to be written
   */
  private record Closed(INDArray kept, INDArray inner, INDArray both) {}

  /** Overwrites the gates by their gradients, and that by the new state by that by the old one. */
  private static void close(INDArray gates, INDArray before, INDArray above, Closed closed) {
    long units = before.size(1);
    Strip update = new Strip(gates, 0, units);
    Strip reset = new Strip(gates, units, units);
    Strip candidate = new Strip(gates, 2 * units, units);
    Strip state = new Strip(before);
    Strip delta = new Strip(above);
    Strip kept = new Strip(closed.kept);
    Strip inner = new Strip(closed.inner);
    Strip updateAlone = new Strip(closed.both, 0, units);
    Strip resetAlone = new Strip(closed.both, units, units);
    Strip.pieces(
        before.size(0),
        units,
        (row, from, length) -> {
          float[] z = update.read(row, from, length);
          float[] r = reset.read(row, from, length);
          float[] c = candidate.read(row, from, length);
          float[] h = state.read(row, from, length);
          float[] d = delta.read(row, from, length);
          float[] k = kept.read(row, from, length);
          for (int i = 0; i < length; i++) {
            float through = z[i] * d[i] + r[i] * k[i];
            z[i] = (1 - z[i]) * z[i] * (h[i] - c[i]) * d[i];
            r[i] = (1 - r[i]) * r[i] * h[i] * k[i];
            d[i] = through;
          }
          update.write(z, row, from, length);
          updateAlone.write(z, row, from, length);
          reset.write(r, row, from, length);
          resetAlone.write(r, row, from, length);
          candidate.write(inner.read(row, from, length), row, from, length);
          delta.write(d, row, from, length);
        });
  }
}
