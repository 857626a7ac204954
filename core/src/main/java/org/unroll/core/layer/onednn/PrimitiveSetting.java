package org.unroll.core.layer.onednn;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.rnn_primitive_desc_base;
import org.unroll.core.layer.cell.CellType;

/** What oneDNN's primitives of one cell and shape are made from, and who owns them. */
record PrimitiveSetting(
    CellType type,
    CellArrays arrays,
    engine engine,
    primitive_attr attributes,
    NativeObjects objects) {

  /** What oneDNN calls a primitive and its descriptor. */
  record Made(primitive primitive, rnn_primitive_desc_base descriptor) {}

  Made made(primitive primitive, rnn_primitive_desc_base descriptor) {
    return new Made(objects.own(primitive), objects.own(descriptor));
  }
}
