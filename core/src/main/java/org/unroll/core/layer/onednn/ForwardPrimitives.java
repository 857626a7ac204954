package org.unroll.core.layer.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_tanh;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_unidirectional_left2right;

import org.bytedeco.dnnl.gru_forward;
import org.bytedeco.dnnl.lbr_gru_forward;
import org.bytedeco.dnnl.lstm_forward;
import org.bytedeco.dnnl.vanilla_rnn_forward;

/** Makes oneDNN's forward primitive of each kind of cell. */
record ForwardPrimitives(PrimitiveSetting setting) {
  private static final int FORWARDS = dnnl_unidirectional_left2right;

  PrimitiveSetting.Made make(boolean training) {
    int kind = training ? dnnl_forward_training : dnnl_forward_inference;
    return switch (setting.type()) {
      case TANH -> rnnForward(kind, dnnl_eltwise_tanh);
      case RELU -> rnnForward(kind, dnnl_eltwise_relu);
      case LSTM -> lstmForward(kind);
      case GRU -> gruForward(kind);
      case GRU_RESET_AFTER -> resetAfterForward(kind);
    };
  }

  private PrimitiveSetting.Made rnnForward(int kind, int activation) {
    CellArrays a = setting.arrays();
    var wanted =
        setting
            .objects()
            .own(
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
    var descriptor =
        new vanilla_rnn_forward.primitive_desc(wanted, setting.attributes(), setting.engine());
    return setting.made(new vanilla_rnn_forward(descriptor), descriptor);
  }

  private PrimitiveSetting.Made lstmForward(int kind) {
    CellArrays a = setting.arrays();
    var wanted =
        setting
            .objects()
            .own(
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
    var descriptor =
        new lstm_forward.primitive_desc(wanted, setting.attributes(), setting.engine());
    return setting.made(new lstm_forward(descriptor), descriptor);
  }

  private PrimitiveSetting.Made gruForward(int kind) {
    CellArrays a = setting.arrays();
    var wanted =
        setting
            .objects()
            .own(
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
    var descriptor = new gru_forward.primitive_desc(wanted, setting.attributes(), setting.engine());
    return setting.made(new gru_forward(descriptor), descriptor);
  }

  private PrimitiveSetting.Made resetAfterForward(int kind) {
    CellArrays a = setting.arrays();
    var wanted =
        setting
            .objects()
            .own(
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
    var descriptor =
        new lbr_gru_forward.primitive_desc(wanted, setting.attributes(), setting.engine());
    return setting.made(new lbr_gru_forward(descriptor), descriptor);
  }
}
