package org.unroll.core.layer.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_unidirectional_left2right;

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
record BackwardPrimitives(PrimitiveSetting setting) {
  private static final int FORWARDS = dnnl_unidirectional_left2right;

  /**
   * @param forward what {@link ForwardPrimitives} made for training
   */
  PrimitiveSetting.Made make(PrimitiveSetting.Made forward) {
    rnn_primitive_desc_base hint = forward.descriptor();
    return switch (setting.type()) {
      case TANH -> rnnBackward((vanilla_rnn_forward.primitive_desc) hint, dnnl_eltwise_tanh);
      case RELU -> rnnBackward((vanilla_rnn_forward.primitive_desc) hint, dnnl_eltwise_relu);
      case LSTM -> lstmBackward((lstm_forward.primitive_desc) hint);
      case GRU -> gruBackward((gru_forward.primitive_desc) hint);
      case GRU_RESET_AFTER -> resetAfterBackward((lbr_gru_forward.primitive_desc) hint);
    };
  }

  private PrimitiveSetting.Made rnnBackward(
      vanilla_rnn_forward.primitive_desc forward, int activation) {
    CellArrays a = setting.arrays();
    var wanted =
        setting
            .objects()
            .own(
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
    var descriptor =
        new vanilla_rnn_backward.primitive_desc(
            wanted, setting.attributes(), setting.engine(), forward);
    return setting.made(new vanilla_rnn_backward(descriptor), descriptor);
  }

  private PrimitiveSetting.Made lstmBackward(lstm_forward.primitive_desc forward) {
    CellArrays a = setting.arrays();
    var wanted =
        setting
            .objects()
            .own(
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
    var descriptor =
        new lstm_backward.primitive_desc(wanted, setting.attributes(), setting.engine(), forward);
    return setting.made(new lstm_backward(descriptor), descriptor);
  }

  private PrimitiveSetting.Made gruBackward(gru_forward.primitive_desc forward) {
    CellArrays a = setting.arrays();
    var wanted =
        setting
            .objects()
            .own(
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
    var descriptor =
        new gru_backward.primitive_desc(wanted, setting.attributes(), setting.engine(), forward);
    return setting.made(new gru_backward(descriptor), descriptor);
  }

  private PrimitiveSetting.Made resetAfterBackward(lbr_gru_forward.primitive_desc forward) {
    CellArrays a = setting.arrays();
    var wanted =
        setting
            .objects()
            .own(
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
    var descriptor =
        new lbr_gru_backward.primitive_desc(
            wanted, setting.attributes(), setting.engine(), forward);
    return setting.made(new lbr_gru_backward(descriptor), descriptor);
  }
}
