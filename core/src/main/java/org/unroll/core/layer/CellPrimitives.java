package org.unroll.core.layer;

import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_unidirectional_left2right;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.gru_backward;
import org.bytedeco.dnnl.gru_forward;
import org.bytedeco.dnnl.lbr_gru_backward;
import org.bytedeco.dnnl.lbr_gru_forward;
import org.bytedeco.dnnl.lstm_backward;
import org.bytedeco.dnnl.lstm_forward;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.rnn_primitive_desc_base;
import org.bytedeco.dnnl.vanilla_rnn_backward;
import org.bytedeco.dnnl.vanilla_rnn_forward;

/**
 * Makes oneDNN's primitives for each kind of cell. All states and their gradients are always
 * described: with empty descriptions oneDNN 2.5.2 computes a wrong gradient of the recurrent
 * weights. What is made is owned by {@code objects}.
 */
record CellPrimitives(
    CellType type,
    CellArrays arrays,
    engine engine,
    primitive_attr attributes,
    NativeObjects objects) {
  private static final int FORWARDS = dnnl_unidirectional_left2right;

  /** What oneDNN calls a primitive and its descriptor. */
  record Made(primitive primitive, rnn_primitive_desc_base descriptor) {}

  Made forward(boolean training) {
    int kind = training ? dnnl_forward_training : dnnl_forward_inference;
    return switch (type) {
      case TANH -> rnnForward(kind, dnnl_eltwise_tanh);
      case RELU -> rnnForward(kind, dnnl_eltwise_relu);
      case LSTM -> lstmForward(kind);
      case GRU -> gruForward(kind);
      case GRU_RESET_AFTER -> resetAfterForward(kind);
    };
  }

  /**
   * @param forward what {@link #forward} made for training
   */
  Made backward(Made forward) {
    rnn_primitive_desc_base hint = forward.descriptor();
    return switch (type) {
      case TANH -> rnnBackward((vanilla_rnn_forward.primitive_desc) hint, dnnl_eltwise_tanh);
      case RELU -> rnnBackward((vanilla_rnn_forward.primitive_desc) hint, dnnl_eltwise_relu);
      case LSTM -> lstmBackward((lstm_forward.primitive_desc) hint);
      case GRU -> gruBackward((gru_forward.primitive_desc) hint);
      case GRU_RESET_AFTER -> resetAfterBackward((lbr_gru_forward.primitive_desc) hint);
    };
  }

  private Made made(primitive primitive, rnn_primitive_desc_base descriptor) {
    return new Made(objects.own(primitive), objects.own(descriptor));
  }

  private Made rnnForward(int kind, int activation) {
    CellArrays a = arrays;
    var wanted =
        objects.own(
            new vanilla_rnn_forward.desc(
                kind,
                activation,
                FORWARDS,
                a.input(),
                a.state(),
                a.weights(),
                a.recurrent(),
                a.bias(),
                a.output(),
                a.state()));
    var descriptor = new vanilla_rnn_forward.primitive_desc(wanted, attributes, engine);
    return made(new vanilla_rnn_forward(descriptor), descriptor);
  }

  private Made rnnBackward(vanilla_rnn_forward.primitive_desc forward, int activation) {
    CellArrays a = arrays;
    var wanted =
        objects.own(
            new vanilla_rnn_backward.desc(
                dnnl_backward,
                activation,
                FORWARDS,
                a.input(),
                a.state(),
                a.weightsTurned(),
                a.recurrentTurned(),
                a.bias(),
                a.output(),
                a.state(),
                a.input(),
                a.state(),
                a.weights(),
                a.recurrent(),
                a.bias(),
                a.output(),
                a.state()));
    var descriptor = new vanilla_rnn_backward.primitive_desc(wanted, attributes, engine, forward);
    return made(new vanilla_rnn_backward(descriptor), descriptor);
  }

  private Made lstmForward(int kind) {
    CellArrays a = arrays;
    var wanted =
        objects.own(
            new lstm_forward.desc(
                kind,
                FORWARDS,
                a.input(),
                a.state(),
                a.state(),
                a.weights(),
                a.recurrent(),
                a.bias(),
                a.output(),
                a.state(),
                a.state()));
    var descriptor = new lstm_forward.primitive_desc(wanted, attributes, engine);
    return made(new lstm_forward(descriptor), descriptor);
  }

  private Made lstmBackward(lstm_forward.primitive_desc forward) {
    CellArrays a = arrays;
    var wanted =
        objects.own(
            new lstm_backward.desc(
                dnnl_backward,
                FORWARDS,
                a.input(),
                a.state(),
                a.state(),
                a.weightsTurned(),
                a.recurrentTurned(),
                a.bias(),
                a.output(),
                a.state(),
                a.state(),
                a.input(),
                a.state(),
                a.state(),
                a.weights(),
                a.recurrent(),
                a.bias(),
                a.output(),
                a.state(),
                a.state()));
    var descriptor = new lstm_backward.primitive_desc(wanted, attributes, engine, forward);
    return made(new lstm_backward(descriptor), descriptor);
  }

  private Made gruForward(int kind) {
    CellArrays a = arrays;
    var wanted =
        objects.own(
            new gru_forward.desc(
                kind,
                FORWARDS,
                a.input(),
                a.state(),
                a.weights(),
                a.recurrent(),
                a.bias(),
                a.output(),
                a.state()));
    var descriptor = new gru_forward.primitive_desc(wanted, attributes, engine);
    return made(new gru_forward(descriptor), descriptor);
  }

  private Made gruBackward(gru_forward.primitive_desc forward) {
    CellArrays a = arrays;
    var wanted =
        objects.own(
            new gru_backward.desc(
                dnnl_backward,
                FORWARDS,
                a.input(),
                a.state(),
                a.weightsTurned(),
                a.recurrentTurned(),
                a.bias(),
                a.output(),
                a.state(),
                a.input(),
                a.state(),
                a.weights(),
                a.recurrent(),
                a.bias(),
                a.output(),
                a.state()));
    var descriptor = new gru_backward.primitive_desc(wanted, attributes, engine, forward);
    return made(new gru_backward(descriptor), descriptor);
  }

  private Made resetAfterForward(int kind) {
    CellArrays a = arrays;
    var wanted =
        objects.own(
            new lbr_gru_forward.desc(
                kind,
                FORWARDS,
                a.input(),
                a.state(),
                a.weights(),
                a.recurrent(),
                a.bias(),
                a.output(),
                a.state()));
    var descriptor = new lbr_gru_forward.primitive_desc(wanted, attributes, engine);
    return made(new lbr_gru_forward(descriptor), descriptor);
  }

  private Made resetAfterBackward(lbr_gru_forward.primitive_desc forward) {
    CellArrays a = arrays;
    var wanted =
        objects.own(
            new lbr_gru_backward.desc(
                dnnl_backward,
                FORWARDS,
                a.input(),
                a.state(),
                a.weightsTurned(),
                a.recurrentTurned(),
                a.bias(),
                a.output(),
                a.state(),
                a.input(),
                a.state(),
                a.weights(),
                a.recurrent(),
                a.bias(),
                a.output(),
                a.state()));
    var descriptor = new lbr_gru_backward.primitive_desc(wanted, attributes, engine, forward);
    return made(new lbr_gru_backward(descriptor), descriptor);
  }
}
