package org.unroll.core.layer.onednn;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.rnn_primitive_desc_base;
import org.bytedeco.javacpp.Pointer;
import org.unroll.core.layer.cell.CellType;

/**
 * What oneDNN's primitives of one cell and shape are made from. The letters are those of its
 * formulas: input x, state h (and memory c, which is described alike), weights w and u of both,
 * bias b, output y.
 */
abstract class CellPrimitives {
  static final int FORWARDS = dnnl.dnnl_unidirectional_left2right;

  final CellType type;
  final memory.desc x;
  final memory.desc h;
  final memory.desc w;
  final memory.desc u;
  final memory.desc b;
  final memory.desc y;
  final memory.desc wt;
  final memory.desc ut;
  final engine engine;
  final primitive_attr attributes;
  private final NativeObjects objects;

  /** What oneDNN calls a primitive and its descriptor. */
  record Made(primitive primitive, rnn_primitive_desc_base descriptor) {}

  CellPrimitives(PrimitiveSetting setting) {
    this.type = setting.type();
    CellArrays arrays = setting.arrays();
    this.x = arrays.input();
    this.h = arrays.state();
    this.w = arrays.weights();
    this.u = arrays.recurrent();
    this.b = arrays.bias();
    this.y = arrays.output();
    this.wt = arrays.weightsTurned();
    this.ut = arrays.recurrentTurned();
    this.engine = setting.engine();
    this.attributes = setting.attributes();
    this.objects = setting.objects();
  }

  <P extends Pointer> P own(P wanted) {
    return objects.own(wanted);
  }

  Made made(primitive primitive, rnn_primitive_desc_base descriptor) {
    return new Made(own(primitive), own(descriptor));
  }
}
