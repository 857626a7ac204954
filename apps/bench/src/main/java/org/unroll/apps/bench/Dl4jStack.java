package org.unroll.apps.bench;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A {@link StackCase} of DL4J's own LSTM and output layer. */
record Dl4jStack(StackCase layers) implements Dl4jNet {
  @Override
  public ComputationGraphConfiguration configuration() {
    ComputationGraphConfiguration.GraphBuilder graph =
        Dl4jNet.reading(InputType.recurrent(layers.inputs(), layers.steps(), RNNFormat.NCW));
    String below = "in";
    for (int layer = 1; layer <= layers.stack().layers(); layer++) {
      LSTM lstm = lstm(layers.units());
      String name = "layer" + layer;
      graph.addLayer(name, layers.stack().bidirectional() ? new Bidirectional(lstm) : lstm, below);
      below = name;
    }
    return graph.addLayer("output", output(StackCase.CLASSES), below).build();
  }

  /** Its default activation is that of all layers, a logistic function. */
  static LSTM lstm(int units) {
    return new LSTM.Builder().nOut(units).activation(Activation.TANH).build();
  }

  static RnnOutputLayer output(int classes) {
    RnnOutputLayer.Builder output = new RnnOutputLayer.Builder(LossFunction.MCXENT);
    return output.nOut(classes).activation(Activation.SOFTMAX).build();
  }
}
