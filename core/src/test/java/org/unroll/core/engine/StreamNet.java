package org.unroll.core.engine;

import java.util.OptionalInt;
import java.util.Random;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.unroll.core.data.Batch;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.recurrent.InitialState;
import org.unroll.core.layer.recurrent.RecurrentCell;

/** Two stacked layers of ours with a head a step, the lower one with a learned start; streams. */
final class StreamNet {
  static final int ROWS = 3;

  private StreamNet() {}

  static ComputationGraph of(CellType type, OptionalInt tbptt) {
    ComputationGraphConfiguration.GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(7)
            .updater(new Adam(0.05))
            .graphBuilder()
            .addInputs("in")
            .addLayer("lower", cell(type).learnedState(true).build(), "in")
            .addLayer("upper_one", cell(type).build(), "lower")
            .addLayer("out", head(), "upper_one")
            .setOutputs("out")
            .setInputTypes(InputType.recurrent(2, RNNFormat.NCW));
    return built(builder, tbptt);
  }

  static ComputationGraph fromGivenState() {
    ComputationGraphConfiguration.GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .graphBuilder()
            .addInputs("in", "start")
            .addVertex("decoder-started", new InitialState("decoder"), "in", "start")
            .addLayer("decoder", cell(CellType.GRU).build(), "decoder-started")
            .addLayer("out", head(), "decoder")
            .setOutputs("out")
            .setInputTypes(InputType.recurrent(2, RNNFormat.NCW), InputType.feedForward(5));
    return built(builder, OptionalInt.of(4));
  }

  private static RecurrentCell.Builder cell(CellType type) {
    RecurrentCell.Builder cell = new RecurrentCell.Builder(type);
    cell.setNOut(5);
    return cell;
  }

  private static RnnOutputLayer head() {
    return new RnnOutputLayer.Builder(LossFunction.MCXENT)
        .nOut(3)
        .activation(Activation.SOFTMAX)
        .build();
  }

  private static ComputationGraph built(
      ComputationGraphConfiguration.GraphBuilder builder, OptionalInt tbptt) {
    if (tbptt.isPresent()) {
      builder.backpropType(BackpropType.TruncatedBPTT).tBPTTLength(tbptt.getAsInt());
    }
    ComputationGraph graph = new ComputationGraph(builder.build());
    graph.init();
    return graph;
  }

  /** Without masks. */
  static MultiDataSet stream(int time) {
    Random random = new Random(4);
    INDArray features = Nd4j.zeros(ROWS, 2, time); // [b, n, t]
    INDArray labels = Nd4j.zeros(ROWS, 3, time); // [b, classes, t]
    for (int b = 0; b < ROWS; b++) {
      for (int t = 0; t < time; t++) {
        features.putScalar(b, 0, t, random.nextGaussian());
        features.putScalar(b, 1, t, random.nextGaussian());
        labels.putScalar(b, random.nextInt(3), t, 1);
      }
    }
    return new MultiDataSet(features, labels);
  }

  /** Some steps of it, which go on after those before. */
  static Batch part(MultiDataSet stream, int from, int to) {
    MultiDataSet cut =
        new MultiDataSet(cut(stream.getFeatures(0), from, to), cut(stream.getLabels(0), from, to));
    return new Batch(cut, new int[ROWS], from > 0);
  }

  private static INDArray cut(INDArray array, int from, int to) {
    return array
        .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, to))
        .dup('c');
  }
}
