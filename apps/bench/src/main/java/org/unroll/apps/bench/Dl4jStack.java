package org.unroll.apps.bench;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A {@link StackCase} of DL4J's own LSTM and output layer. */
final class Dl4jStack {
  private Dl4jStack() {}

  static ComputationGraph graph(StackCase layers) {
    ComputationGraph graph = new ComputationGraph(configuration(layers));
    graph.init();
    return graph;
  }

  private static ComputationGraphConfiguration configuration(StackCase layers) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(LayerCase.SEED)
            .updater(new Adam(LayerCase.RATE))
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(InputType.recurrent(layers.inputs(), layers.steps(), RNNFormat.NCW));
    String below = "in";
    for (int layer = 1; layer <= layers.stack().layers(); layer++) {
      LSTM lstm = new LSTM.Builder().nOut(layers.units()).activation(Activation.TANH).build();
      String name = "layer" + layer;
      graph.addLayer(name, layers.stack().bidirectional() ? new Bidirectional(lstm) : lstm, below);
      below = name;
    }
    RnnOutputLayer.Builder output = new RnnOutputLayer.Builder(LossFunction.MCXENT);
    output.nOut(StackCase.CLASSES).activation(Activation.SOFTMAX);
    return graph.addLayer("output", output.build(), below).setOutputs("output").build();
  }

  /** The batch as DL4J's layers read it: steps innermost in memory, labels one-hot. */
  static MultiDataSet arrays(MultiDataSet batch) {
    INDArray classes = batch.getLabels(0); // [b, 1, t]
    INDArray labels = Nd4j.zeros(classes.size(0), StackCase.CLASSES, classes.size(2));
    for (int example = 0; example < classes.size(0); example++) {
      for (int time = 0; time < classes.size(2); time++) {
        labels.putScalar(example, classes.getInt(example, 0, time), time, 1);
      }
    }
    return new MultiDataSet(batch.getFeatures(0).dup('c'), labels);
  }
}
