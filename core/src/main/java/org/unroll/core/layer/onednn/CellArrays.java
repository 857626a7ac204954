package org.unroll.core.layer.onednn;

import org.bytedeco.dnnl.memory;
import org.unroll.core.layer.cell.CellType;

/**
 * oneDNN's descriptions of a cell's arrays, as they lie in our memory, and of the weights as its
 * backward pass wants them. Owned by a {@link NativeObjects}.
 *
 * @param input {@code [t, b, n]}
 * @param state {@code [1, 1, b, u]}
 * @param weights {@code [1, 1, n, gates, u]}
 * @param recurrent {@code [1, 1, u, gates, u]}
 * @param bias {@code [1, 1, biases, u]}
 * @param output {@code [t, b, u]}
 * @param weightsTurned as weights, n innermost
 * @param recurrentTurned as recurrent, the first u innermost
 */
record CellArrays(
    CellShape shape,
    memory.desc input,
    memory.desc state,
    memory.desc weights,
    memory.desc recurrent,
    memory.desc bias,
    memory.desc output,
    memory.desc weightsTurned,
    memory.desc recurrentTurned) {

  static CellArrays of(CellType type, CellShape shape, NativeObjects objects) {
    long units = shape.units();
    long[] weights = {1, 1, shape.inputs(), type.gates(), units};
    long[] recurrent = {1, 1, units, type.gates(), units};
    return new CellArrays(
        shape,
        objects.own(floats(memory.format_tag.tnc, shape.time(), shape.batch(), shape.inputs())),
        objects.own(floats(memory.format_tag.ldnc, 1, 1, shape.batch(), units)),
        objects.own(floats(memory.format_tag.ldigo, weights)),
        objects.own(floats(memory.format_tag.ldigo, recurrent)),
        objects.own(floats(memory.format_tag.ldgo, 1, 1, type.biases(), units)),
        objects.own(floats(memory.format_tag.tnc, shape.time(), shape.batch(), units)),
        objects.own(floats(memory.format_tag.ldgoi, weights)),
        objects.own(floats(memory.format_tag.ldgoi, recurrent)));
  }

  private static memory.desc floats(memory.format_tag order, long... shape) {
    return new memory.desc(shape, memory.data_type.f32, order);
  }
}
