package org.unroll.core.layer.onednn;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellPass;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellWeights;

/**
 * A pass that answers only, stretch by stretch: a batch of texts of all lengths is padding by half.
 * Each stretch goes on from the states that the one before has left for its first rows.
 */
final class PackedPass implements CellPass {
  private final CellWeights weights;
  private final CellInput input;
  private final INDArray output;
  private final Stretches stretches;

  /**
   * @param output {@code [t, b, u]}, to be overwritten
   */
  PackedPass(CellWeights weights, CellInput input, INDArray output, Stretches stretches) {
    this.weights = weights;
    this.input = input;
    this.output = output;
    this.stretches = stretches;
  }

  /**
   * @param programs by shape
   */
  @SuppressWarnings("try") // the scope is closed, not read
  PackedPass run(Function<CellShape, CellProgram> programs) {
    Floats.clear(output);
    try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      CellState first = start();
      CellState state = first;
      for (Stretches.Stretch each : stretches.all()) {
        state = run(each, state, programs);
      }
      first.hidden().close();
      first.memory().close();
    }
    return this;
  }

  private CellState start() {
    int rows = stretches.all().isEmpty() ? 1 : stretches.all().get(0).rows();
    CellState start = CellState.zeros(DataType.FLOAT, rows, weights.units()); // [rows, u]
    order(input.initial().hidden(), start.hidden());
    order(input.initial().memory(), start.memory());
    return start;
  }

  private void order(INDArray given, INDArray ordered) {
    float[] numbers = Floats.read(given); // [b, u]
    FloatBuffer target = Floats.of(ordered);
    int size = (int) given.size(1);
    for (int row = 0; row < Math.min(stretches.order().length, ordered.size(0)); row++) {
      target.put(row * size, numbers, stretches.order()[row] * size, size);
    }
    Reference.reachabilityFence(ordered);
  }

  /**
   * @param state of as many rows, or more
   */
  private CellState run(
      Stretches.Stretch each, CellState state, Function<CellShape, CellProgram> programs) {
    INDArray in = Nd4j.create(DataType.FLOAT, each.steps(), each.rows(), weights.inputs());
    INDArray out = // [steps, rows, u]
        Nd4j.createUninitialized(DataType.FLOAT, each.steps(), each.rows(), weights.units());
    CellInput packed =
        new CellInput(in, StepMask.full(each.rows(), each.steps()), state); // reads its first rows
    copy(each, input.steps(), in, true);
    CellProgram program = programs.apply(CellShape.of(weights, packed, false));
    program.forward(weights, packed, out);
    copy(each, output, out, false);
    in.close();
    out.close();
    return program.last();
  }

  /** Between all steps, as they lie in the batch, and those of a stretch. */
  private void copy(Stretches.Stretch each, INDArray all, INDArray some, boolean in) {
    FloatBuffer batch = Floats.of(all); // [t, b, n]
    FloatBuffer packed = Floats.of(some); // [steps, rows, n]
    int size = (int) all.size(2);
    for (int row = 0; row < Math.min(each.rows(), stretches.order().length); row++) {
      int example = stretches.order()[row];
      int steps = Math.min(each.steps(), input.mask().length(example) - each.from());
      for (int step = 0; step < steps; step++) {
        int there = ((each.from() + step) * input.batch() + example) * size;
        int here = (step * each.rows() + row) * size;
        if (in) {
          packed.put(here, batch, there, size);
        } else {
          batch.put(there, packed, here, size);
        }
      }
    }
    Reference.reachabilityFence(all);
    Reference.reachabilityFence(some);
  }

  @Override
  public CellState last() {
    throw new IllegalStateException("The last state was not asked for");
  }

  @Override
  public CellState backward(INDArray output, CellState last, CellWeights weights, INDArray in) {
    throw new IllegalStateException("A pass that only answers has no way back");
  }
}
