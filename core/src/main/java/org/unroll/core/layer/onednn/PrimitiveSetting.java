package org.unroll.core.layer.onednn;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.primitive_attr;
import org.unroll.core.layer.cell.CellType;

/** What oneDNN's primitives of one cell and shape are made from, and who owns them. */
record PrimitiveSetting(
    CellType type,
    CellArrays arrays,
    engine engine,
    primitive_attr attributes,
    NativeObjects objects) {}
