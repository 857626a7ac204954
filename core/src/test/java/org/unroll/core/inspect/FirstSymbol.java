package org.unroll.core.inspect;

import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.recurrent.RecurrentCell;
import org.unroll.core.layer.sequence.Join;
import org.unroll.core.layer.sequence.ReverseSteps;

/**
 * A sign at the first step, noise twice its size afterwards; at the last step the sign is asked
 * for.
 */
final class FirstSymbol {
  static final int STEPS = 40;
  private static final int UNITS = 12;

  private FirstSymbol() {}

  static ComputationGraph net(CellType type, DataType precision) {
    return built(start(precision).addLayer("cell", cell(type), "in"), "cell");
  }

  /** One layer that reads forwards, one that reads backwards. */
  static ComputationGraph bothWays(CellType type) {
    return built(
        start(DataType.FLOAT)
            .addLayer("cell-forward", cell(type), "in")
            .addVertex("turned", new ReverseSteps("in"), "in")
            .addLayer("cell-backward", cell(type), "turned")
            .addVertex("back", new ReverseSteps("in"), "cell-backward")
            .addVertex("both", new Join(Join.How.ADD), "cell-forward", "back"),
        "both");
  }

  private static ComputationGraphConfiguration.GraphBuilder start(DataType precision) {
    return new NeuralNetConfiguration.Builder()
        .seed(3)
        .dataType(precision)
        .updater(new Adam(0.02))
        .graphBuilder()
        .addInputs("in")
        .setInputTypes(InputType.recurrent(1, STEPS, RNNFormat.NCW));
  }

  private static RecurrentCell cell(CellType type) {
    return new RecurrentCell.Builder(type).forgetBias(4).nOut(UNITS).build();
  }

  private static ComputationGraph built(
      ComputationGraphConfiguration.GraphBuilder builder, String read) {
    ComputationGraphConfiguration configuration =
        builder
            .addLayer(
                "out",
                new RnnOutputLayer.Builder(LossFunction.MCXENT)
                    .activation(Activation.SOFTMAX)
                    .nOut(2)
                    .build(),
                read)
            .setOutputs("out")
            .build();
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    return graph;
  }

  /** The last {@code padding} steps of every second example are none of its. */
  static MultiDataSet batch(DataType precision, int examples, int padding, Random random) {
    INDArray features = Nd4j.zeros(precision, examples, 1, STEPS); // [b, n, t]
    INDArray labels = Nd4j.zeros(precision, examples, 2, STEPS); // [b, k, t]
    INDArray mask = Nd4j.ones(precision, examples, STEPS); // [b, t]
    INDArray asked = Nd4j.zeros(precision, examples, STEPS); // [b, t]
    for (int b = 0; b < examples; b++) {
      int sign = random.nextInt(2);
      int length = STEPS - (b % 2 == 1 ? padding : 0);
      for (int t = 0; t < STEPS; t++) {
        features.putScalar(b, 0, t, t == 0 ? 2 * sign - 1 : 2 * random.nextGaussian());
        mask.putScalar(b, t, t < length ? 1 : 0);
      }
      labels.putScalar(b, sign, length - 1, 1);
      asked.putScalar(b, length - 1, 1);
    }
    return new MultiDataSet(
        new INDArray[] {features},
        new INDArray[] {labels},
        new INDArray[] {mask},
        new INDArray[] {asked});
  }
}
