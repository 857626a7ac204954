package org.unroll.core.layer.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST_ITER_C;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC_ITER_C;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST_ITER_C;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_ITER_C;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS_ITER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS_LAYER;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.lang.ref.Reference;
import org.bytedeco.dnnl.reorder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.CellWeights;

/** The backward half of a {@link CellProgram}. Owned by one thread. */
final class BackwardProgram implements AutoCloseable {
  private static final int[] SHARED = {
    DNNL_ARG_SRC_LAYER,
    DNNL_ARG_SRC_ITER,
    DNNL_ARG_BIAS,
    DNNL_ARG_DST_LAYER,
    DNNL_ARG_DST_ITER,
    DNNL_ARG_WORKSPACE
  };
  private static final int[] SHARED_WITH_MEMORY = {DNNL_ARG_SRC_ITER_C, DNNL_ARG_DST_ITER_C};

  private final CellType type;
  private final Library library;
  private final NativeObjects objects = new NativeObjects();
  private final CellPrimitives.Made made;
  private final Arguments forward;
  private final Arguments arguments;
  private final reorder turnWeights;
  private final reorder turnRecurrent;
  private final CellState start; // gradient of the initial state

  /**
   * @param hint the forward half
   * @param forward its arguments; what both halves use stays bound
   */
  BackwardProgram(
      PrimitiveSetting setting, CellPrimitives.Made hint, Arguments forward, Library library) {
    this.type = setting.type();
    this.library = library;
    this.forward = forward;
    this.made = new BackwardPrimitives(setting).make(hint);
    this.arguments = new Arguments(library.engine(), objects);
    CellArrays arrays = setting.arrays();
    CellShape shape = arrays.shape();
    this.start = CellState.zeros(DataType.FLOAT, shape.batch(), shape.units());
    declare(arrays);
    this.turnWeights = turn(DNNL_ARG_WEIGHTS_LAYER);
    this.turnRecurrent = turn(DNNL_ARG_WEIGHTS_ITER);
  }

  private void declare(CellArrays arrays) {
    share(SHARED);
    arguments.add(DNNL_ARG_WEIGHTS_LAYER, arrays.weightsTurned());
    arguments.add(DNNL_ARG_WEIGHTS_ITER, arrays.recurrentTurned());
    arguments.add(DNNL_ARG_DIFF_SRC_LAYER, arrays.input());
    arguments.add(DNNL_ARG_DIFF_SRC_ITER, arrays.state());
    arguments.add(DNNL_ARG_DIFF_WEIGHTS_LAYER, arrays.weights());
    arguments.add(DNNL_ARG_DIFF_WEIGHTS_ITER, arrays.recurrent());
    arguments.add(DNNL_ARG_DIFF_BIAS, arrays.bias());
    arguments.add(DNNL_ARG_DIFF_DST_LAYER, arrays.output());
    arguments.add(DNNL_ARG_DIFF_DST_ITER, arrays.state());
    arguments.add(DNNL_ARG_SCRATCHPAD, objects.own(made.descriptor().scratchpad_desc()));
    arguments.bind(DNNL_ARG_DIFF_SRC_ITER, start.hidden());
    if (type.hasMemory()) {
      share(SHARED_WITH_MEMORY);
      arguments.add(DNNL_ARG_DIFF_SRC_ITER_C, arrays.state());
      arguments.add(DNNL_ARG_DIFF_DST_ITER_C, arrays.state());
      arguments.bind(DNNL_ARG_DIFF_SRC_ITER_C, start.memory());
    }
  }

  private void share(int[] numbers) {
    for (int number : numbers) {
      arguments.add(number, forward.get(number));
    }
  }

  private reorder turn(int number) {
    return objects.own(new reorder(forward.get(number), arguments.get(number)));
  }

  /**
   * Back-propagates through the last forward pass, whose arrays must still be there.
   *
   * @param output gradient {@code [t, b, u]}
   * @param last gradient of the state after the last step of all
   * @param weights gradients, to be overwritten
   * @param input gradient {@code [t, b, n]}, to be filled
   * @return gradient of the initial state, overwritten by the next pass
   */
  CellState run(INDArray output, CellState last, CellWeights weights, INDArray input) {
    bindWeights();
    arguments.bind(DNNL_ARG_DIFF_DST_LAYER, output);
    arguments.bind(DNNL_ARG_DIFF_DST_ITER, last.hidden());
    if (type.hasMemory()) {
      arguments.bind(DNNL_ARG_DIFF_DST_ITER_C, last.memory());
    }
    bindZeroed(DNNL_ARG_DIFF_WEIGHTS_LAYER, weights.input());
    bindZeroed(DNNL_ARG_DIFF_WEIGHTS_ITER, weights.recurrent());
    bindZeroed(DNNL_ARG_DIFF_BIAS, weights.bias());
    arguments.bind(DNNL_ARG_DIFF_SRC_LAYER, input);
    arguments.bind(
        DNNL_ARG_SCRATCHPAD,
        library.room(Library.Room.SCRATCHPAD).atLeast(bytes(DNNL_ARG_SCRATCHPAD)));
    made.primitive().execute(library.stream(), arguments.map());
    library.stream()._wait();
    Reference.reachabilityFence(output); // oneDNN knows addresses alone
    Reference.reachabilityFence(last);
    Reference.reachabilityFence(weights);
    Reference.reachabilityFence(input);
    return start;
  }

  private void bindWeights() {
    NativeBuffer weights = library.room(Library.Room.WEIGHTS);
    NativeBuffer recurrent = library.room(Library.Room.RECURRENT_WEIGHTS);
    arguments.bind(DNNL_ARG_WEIGHTS_LAYER, weights.atLeast(bytes(DNNL_ARG_WEIGHTS_LAYER)));
    arguments.bind(DNNL_ARG_WEIGHTS_ITER, recurrent.atLeast(bytes(DNNL_ARG_WEIGHTS_ITER)));
    execute(turnWeights, DNNL_ARG_WEIGHTS_LAYER);
    execute(turnRecurrent, DNNL_ARG_WEIGHTS_ITER);
  }

  private void execute(reorder turn, int number) {
    turn.execute(library.stream(), forward.get(number), arguments.get(number));
  }

  private long bytes(int number) {
    return arguments.bytes(number);
  }

  /** oneDNN adds to the gradients of parameters. */
  private void bindZeroed(int number, INDArray gradient) {
    Floats.clear(gradient);
    arguments.bind(number, gradient);
  }

  @Override
  public void close() {
    objects.close();
    start.hidden().close();
    start.memory().close();
  }
}
