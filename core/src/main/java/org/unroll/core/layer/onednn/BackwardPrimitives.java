package org.unroll.core.layer.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;

import org.bytedeco.dnnl.gru_backward;
import org.bytedeco.dnnl.gru_forward;
import org.bytedeco.dnnl.lbr_gru_backward;
import org.bytedeco.dnnl.lbr_gru_forward;
import org.bytedeco.dnnl.lstm_backward;
import org.bytedeco.dnnl.lstm_forward;
import org.bytedeco.dnnl.rnn_primitive_desc_base;
import org.bytedeco.dnnl.vanilla_rnn_backward;
import org.bytedeco.dnnl.vanilla_rnn_forward;

/**
 * Makes oneDNN's backward primitive of each kind of cell. All states and their gradients are always
 * described: with empty descriptions oneDNN 2.5.2 computes a wrong gradient of the recurrent
 * weights, and everything else right.
 */
final class BackwardPrimitives extends CellPrimitives {
  BackwardPrimitives(PrimitiveSetting setting) {
    super(setting);
  }

  /**
   * @param forward what {@link ForwardPrimitives} made for training
   */
  Made make(Made forward) {
    rnn_primitive_desc_base hint = forward.descriptor();
    return switch (type) {
      case TANH -> vanilla((vanilla_rnn_forward.primitive_desc) hint, dnnl_eltwise_tanh);
      case RELU -> vanilla((vanilla_rnn_forward.primitive_desc) hint, dnnl_eltwise_relu);
      case LSTM -> lstm((lstm_forward.primitive_desc) hint);
      case GRU -> gru((gru_forward.primitive_desc) hint);
      case GRU_RESET_AFTER -> resetAfter((lbr_gru_forward.primitive_desc) hint);
    };
  }

  private Made vanilla(vanilla_rnn_forward.primitive_desc forward, int activation) {
    var wanted =
        own(
            new vanilla_rnn_backward.desc(
                dnnl_backward, activation, FORWARDS, x, h, wt, ut, b, y, h, x, h, w, u, b, y, h));
    var descriptor = new vanilla_rnn_backward.primitive_desc(wanted, attributes, engine, forward);
    return made(new vanilla_rnn_backward(descriptor), descriptor);
  }

  private Made lstm(lstm_forward.primitive_desc forward) {
    var wanted =
        own(
            new lstm_backward.desc(
                dnnl_backward, FORWARDS, x, h, h, wt, ut, b, y, h, h, x, h, h, w, u, b, y, h, h));
    var descriptor = new lstm_backward.primitive_desc(wanted, attributes, engine, forward);
    return made(new lstm_backward(descriptor), descriptor);
  }

  private Made gru(gru_forward.primitive_desc forward) {
    var wanted =
        own(
            new gru_backward.desc(
                dnnl_backward, FORWARDS, x, h, wt, ut, b, y, h, x, h, w, u, b, y, h));
    var descriptor = new gru_backward.primitive_desc(wanted, attributes, engine, forward);
    return made(new gru_backward(descriptor), descriptor);
  }

  private Made resetAfter(lbr_gru_forward.primitive_desc forward) {
    var wanted =
        own(
            new lbr_gru_backward.desc(
                dnnl_backward, FORWARDS, x, h, wt, ut, b, y, h, x, h, w, u, b, y, h));
    var descriptor = new lbr_gru_backward.primitive_desc(wanted, attributes, engine, forward);
    return made(new lbr_gru_backward(descriptor), descriptor);
  }
}
