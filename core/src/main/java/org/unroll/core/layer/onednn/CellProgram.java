package org.unroll.core.layer.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
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
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;

import java.lang.ref.Reference;
import java.util.Optional;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellState;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.cell.CellWeights;

/**
 * oneDNN's primitives for one cell and shape, with what they read and write. Masks are not its
 * business. Owned by one thread.
 */
final class CellProgram implements AutoCloseable {
  private final CellType type;
  private final Library library;
  private final NativeObjects objects = new NativeObjects();
  private final CellPrimitives.Made forward;
  private final Arguments arguments;
  private final CellState last;
  private final Optional<BackwardProgram> backward; // for training only

  CellProgram(CellType type, CellShape shape, Library library) {
    this.type = type;
    this.library = library;
    CellArrays arrays = CellArrays.of(type, shape, objects);
    primitive_attr attributes = objects.own(new primitive_attr());
    attributes.set_scratchpad_mode(dnnl_scratchpad_mode_user);
    PrimitiveSetting setting =
        new PrimitiveSetting(type, arrays, library.engine(), attributes, objects);
    this.forward = new ForwardPrimitives(setting).make(shape.training());
    this.arguments = new Arguments(library.engine(), objects);
    this.last = CellState.zeros(DataType.FLOAT, shape.batch(), shape.units());
    arguments.add(DNNL_ARG_SCRATCHPAD, objects.own(forward.descriptor().scratchpad_desc()));
    if (shape.training()) {
      arguments.add(DNNL_ARG_WORKSPACE, objects.own(forward.descriptor().workspace_desc()));
    }
    declare(arrays);
    this.backward =
        shape.training()
            ? Optional.of(new BackwardProgram(setting, forward, arguments, library))
            : Optional.empty();
  }

  private void declare(CellArrays arrays) {
    arguments.add(DNNL_ARG_SRC_LAYER, arrays.input());
    arguments.add(DNNL_ARG_SRC_ITER, arrays.state());
    arguments.add(DNNL_ARG_WEIGHTS_LAYER, arrays.weights());
    arguments.add(DNNL_ARG_WEIGHTS_ITER, arrays.recurrent());
    arguments.add(DNNL_ARG_BIAS, arrays.bias());
    arguments.add(DNNL_ARG_DST_LAYER, arrays.output());
    arguments.add(DNNL_ARG_DST_ITER, arrays.state());
    arguments.bind(DNNL_ARG_DST_ITER, last.hidden());
    if (type.hasMemory()) {
      arguments.add(DNNL_ARG_SRC_ITER_C, arrays.state());
      arguments.add(DNNL_ARG_DST_ITER_C, arrays.state());
      arguments.bind(DNNL_ARG_DST_ITER_C, last.memory());
    }
  }

  /**
   * @param output {@code [t, b, u]}, to be filled
   */
  void forward(CellWeights weights, CellInput input, INDArray output) {
    arguments.bind(DNNL_ARG_SRC_LAYER, input.steps());
    arguments.bind(DNNL_ARG_SRC_ITER, input.initial().hidden());
    if (type.hasMemory()) {
      arguments.bind(DNNL_ARG_SRC_ITER_C, input.initial().memory());
    }
    arguments.bind(DNNL_ARG_WEIGHTS_LAYER, weights.input());
    arguments.bind(DNNL_ARG_WEIGHTS_ITER, weights.recurrent());
    arguments.bind(DNNL_ARG_BIAS, weights.bias());
    arguments.bind(DNNL_ARG_DST_LAYER, output);
    bind(DNNL_ARG_SCRATCHPAD, library.room(Library.Room.SCRATCHPAD));
    if (backward.isPresent()) {
      bind(DNNL_ARG_WORKSPACE, library.room(Library.Room.WORKSPACE));
    }
    forward.primitive().execute(library.stream(), arguments.map());
    library.stream()._wait();
    Reference.reachabilityFence(weights); // oneDNN knows addresses alone
    Reference.reachabilityFence(input);
    Reference.reachabilityFence(output);
  }

  private void bind(int number, NativeBuffer buffer) {
    arguments.bind(number, buffer.atLeast(arguments.bytes(number)));
  }

  /** The state after the last step of all; overwritten by the next pass. */
  CellState last() {
    return last;
  }

  /** The backward pass of the last forward pass; the shape must be for training. */
  BackwardProgram backward() {
    return backward.orElseThrow();
  }

  @Override
  public void close() {
    backward.ifPresent(BackwardProgram::close);
    objects.close();
    last.hidden().close();
    last.memory().close();
  }
}
