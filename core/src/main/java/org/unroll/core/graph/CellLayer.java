package org.unroll.core.graph;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.nd4j.linalg.activations.Activation;

/** The one place that knows which DL4J layer stands for a {@link Cell}. */
final class CellLayer {
  private static final double DEFAULT_FORGET_BIAS = 1;

  private CellLayer() {}

  /**
   * @param inputs numbers a step that it reads
   */
  static BaseRecurrentLayer.Builder<?> of(Recurrent spec, int inputs) {
    BaseRecurrentLayer.Builder<?> layer =
        switch (spec.cell()) {
          case LSTM -> lstm(spec);
          case RNN -> rnn(spec);
        };
    layer.setRnnDataFormat(RNNFormat.NCW);
    layer.setNIn(inputs);
    layer.setNOut(spec.size());
    layer.weightInit(spec.options().weightInit().forGates(spec.cell().gates()));
    layer.weightInitRecurrent(spec.recurrentInit().forGates(spec.cell().gates()));
    GraphAssembly.apply(spec.options(), layer);
    return layer;
  }

  private static LSTM.Builder lstm(Recurrent spec) {
    return new LSTM.Builder()
        .activation(Activation.TANH)
        .gateActivationFunction(Activation.SIGMOID)
        .forgetGateBiasInit(spec.forgetBias().orElse(DEFAULT_FORGET_BIAS));
  }

  private static SimpleRnn.Builder rnn(Recurrent spec) {
    var activation =
        spec.options().activation().orElse(org.unroll.core.graph.Activation.TANH).function();
    return new SimpleRnn.Builder().activation(activation);
  }
}
