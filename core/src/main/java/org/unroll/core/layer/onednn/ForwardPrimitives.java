package org.unroll.core.layer.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import org.bytedeco.dnnl.gru_forward;
import org.bytedeco.dnnl.lbr_gru_forward;
import org.bytedeco.dnnl.lstm_forward;
import org.bytedeco.dnnl.vanilla_rnn_forward;

/** Makes oneDNN's forward primitive of each kind of cell. */
final class ForwardPrimitives extends CellPrimitives {
  ForwardPrimitives(PrimitiveSetting setting) {
    super(setting);
  }

  Made make(boolean training) {
    int kind = training ? dnnl_forward_training : dnnl_forward_inference;
    return switch (type) {
      case TANH -> vanilla(kind, dnnl_eltwise_tanh);
      case RELU -> vanilla(kind, dnnl_eltwise_relu);
      case LSTM -> lstm(kind);
      case GRU -> gru(kind);
      case GRU_RESET_AFTER -> resetAfter(kind);
    };
  }

  private Made vanilla(int kind, int activation) {
    var wanted = own(new vanilla_rnn_forward.desc(kind, activation, FORWARDS, x, h, w, u, b, y, h));
    var descriptor = new vanilla_rnn_forward.primitive_desc(wanted, attributes, engine);
    return made(new vanilla_rnn_forward(descriptor), descriptor);
  }

  private Made lstm(int kind) {
    var wanted = own(new lstm_forward.desc(kind, FORWARDS, x, h, h, w, u, b, y, h, h));
    var descriptor = new lstm_forward.primitive_desc(wanted, attributes, engine);
    return made(new lstm_forward(descriptor), descriptor);
  }

  private Made gru(int kind) {
    var wanted = own(new gru_forward.desc(kind, FORWARDS, x, h, w, u, b, y, h));
    var descriptor = new gru_forward.primitive_desc(wanted, attributes, engine);
    return made(new gru_forward(descriptor), descriptor);
  }

  private Made resetAfter(int kind) {
    var wanted = own(new lbr_gru_forward.desc(kind, FORWARDS, x, h, w, u, b, y, h));
    var descriptor = new lbr_gru_forward.primitive_desc(wanted, attributes, engine);
    return made(new lbr_gru_forward(descriptor), descriptor);
  }
}
