package org.unroll.apps.bench;

import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.unroll.core.graph.node.Cell;

/** A {@link LayerCase} of DL4J's own layers. */
interface Dl4jNet {
  /** Empty if DL4J has no such layers: a GRU, convolutions or not, and nets on sentences. */
  static Optional<Dl4jNet> of(LayerCase layers) {
    if (layers instanceof StackCase stack && stack.cell() == Cell.LSTM) {
      return Optional.of(new Dl4jStack(stack));
    }
    return layers instanceof PictureCase pictures && pictures.net() != PictureCase.Net.CONV_GRU
        ? Optional.of(new Dl4jPictures(pictures))
        : Optional.empty();
  }

  LayerCase layers();

  ComputationGraphConfiguration configuration();

  default ComputationGraph graph() {
    ComputationGraph graph = new ComputationGraph(configuration());
    graph.init();
    return graph;
  }

  /** A graph without layers that reads {@code in}. */
  static ComputationGraphConfiguration.GraphBuilder reading(InputType input) {
    return new NeuralNetConfiguration.Builder()
        .seed(LayerCase.SEED)
        .updater(new Adam(LayerCase.RATE))
        .graphBuilder()
        .addInputs("in")
        .setInputTypes(input)
        .setOutputs("output");
  }

  /** The batch as DL4J's layers read it: steps innermost in memory, labels one-hot. */
  default MultiDataSet arrays(MultiDataSet batch) {
    INDArray classes = batch.getLabels(0); // [b, 1, t] or, of examples, [b, 1]
    long examples = classes.size(0);
    long steps = classes.length() / examples;
    INDArray numbers = classes.reshape('c', examples, steps);
    INDArray labels = Nd4j.zeros(examples, layers().ports().outputSize(), steps);
    for (int example = 0; example < examples; example++) {
      for (int time = 0; time < steps; time++) {
        labels.putScalar(example, numbers.getInt(example, time), time, 1);
      }
    }
    INDArray perExample = labels.reshape('c', examples, labels.size(1) * steps);
    return new MultiDataSet(
        batch.getFeatures(0).dup('c'), classes.rank() == 2 ? perExample : labels);
  }
}
