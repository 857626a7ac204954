package org.unroll.core.layer.recurrent;

import java.util.Random;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Graphs of one recurrent layer named cell and a linear layer a step, and data for them. */
final class CellGraphs {
  static final int INPUTS = 5;
  static final int UNITS = 7;

  private CellGraphs() {}

  static ComputationGraph of(BaseRecurrentLayer.Builder<?> cell, DataType type) {
    return built(builder(cell, type).build());
  }

  /** Truncated back-propagation over so many steps. */
  static ComputationGraph truncated(BaseRecurrentLayer.Builder<?> cell, DataType type, int steps) {
    return built(
        builder(cell, type).backpropType(BackpropType.TruncatedBPTT).tBPTTLength(steps).build());
  }

  private static ComputationGraph built(ComputationGraphConfiguration configuration) {
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    return graph;
  }

  private static ComputationGraphConfiguration.GraphBuilder builder(
      BaseRecurrentLayer.Builder<?> cell, DataType type) {
    cell.setNOut(UNITS);
    return new NeuralNetConfiguration.Builder()
        .seed(3)
        .dataType(type)
        .updater(new Sgd(0.1))
        .graphBuilder()
        .addInputs("in")
        .addLayer("cell", cell.build(), "in")
        .addLayer(
            "out",
            new RnnOutputLayer.Builder(LossFunction.MSE)
                .activation(Activation.IDENTITY)
                .nOut(2)
                .build(),
            "cell")
        .setOutputs("out")
        .setInputTypes(InputType.recurrent(INPUTS, RNNFormat.NCW));
  }

  static RecurrentCellLayer cell(ComputationGraph graph) {
    return (RecurrentCellLayer) graph.getLayer("cell");
  }

  /** Random sequences and labels without masks. */
  static MultiDataSet data(DataType type, int batch, int time, Random random) {
    return new MultiDataSet(
        RandomCase.normal(random, type, 1, batch, INPUTS, time),
        RandomCase.normal(random, type, 1, batch, 2, time));
  }

  /** With sequences of 1 to {@code time} steps. */
  static MultiDataSet padded(DataType type, int batch, int time, Random random) {
    MultiDataSet full = data(type, batch, time, random);
    INDArray mask = Nd4j.zeros(type, batch, time); // [b, t]
    for (int b = 0; b < batch; b++) {
      int length = b == 0 ? time : 1 + random.nextInt(time);
      for (int t = 0; t < length; t++) {
        mask.putScalar(b, t, 1);
      }
    }
    return new MultiDataSet(
        full.getFeatures(), full.getLabels(), new INDArray[] {mask}, new INDArray[] {mask});
  }

  /** The sum over the examples. */
  static INDArray gradient(ComputationGraph graph, MultiDataSet data) {
    graph.setInputs(data.getFeatures());
    graph.setLabels(data.getLabels());
    graph.setLayerMaskArrays(data.getFeaturesMaskArrays(), data.getLabelsMaskArrays());
    graph.computeGradientAndScore();
    return graph.gradient().gradient().dup();
  }
}
