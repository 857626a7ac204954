package org.unroll.core.train;

import java.util.OptionalDouble;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.unroll.core.data.Batch;
import org.unroll.core.engine.Engine;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.layer.recurrent.RecurrentCell;

/** A tiny training that proves an installation: which of two steps came first? */
public final class SelfTest {
  private static final int STEPS = 60;
  private static final int TIME = 6;

  private SelfTest() {}

  /**
   * @param before loss of the first step
   * @param after loss of the last step
   */
  public record Outcome(double before, double after, int steps, double millisecondsPerStep) {}

  /** Trains for a second or two on the loaded backend. */
  public static Outcome run() {
    ComputationGraph graph = net();
    try {
      Engine engine = Engine.local(graph, OptionalDouble.of(5));
      Batch batch = batch();
      double before = engine.step(batch);
      double after = before;
      long began = System.nanoTime();
      for (int step = 1; step < STEPS; step++) {
        after = engine.step(batch);
      }
      return new Outcome(before, after, STEPS, (System.nanoTime() - began) / 1e6 / (STEPS - 1));
    } finally {
      graph.close();
    }
  }

  private static ComputationGraph net() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(42)
                .updater(new Adam(0.02))
                .graphBuilder()
                .addInputs("in")
                .addLayer("lstm", new RecurrentCell.Builder(CellType.LSTM).nOut(8).build(), "in")
                .addVertex("last", new LastTimeStepVertex("in"), "lstm")
                .addLayer(
                    "out",
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build(),
                    "last")
                .setOutputs("out")
                .setInputTypes(InputType.recurrent(2, TIME, RNNFormat.NCW))
                .build());
    graph.init();
    return graph;
  }

  /** Two examples, the same two pulses in either order. */
  private static Batch batch() {
    INDArray features = Nd4j.zeros(2, 2, TIME); // [batch, size, time]
    features.putScalar(0, 0, 1, 1);
    features.putScalar(0, 1, 4, 1);
    features.putScalar(1, 1, 1, 1);
    features.putScalar(1, 0, 4, 1);
    return new Batch(new MultiDataSet(features, Nd4j.eye(2)), new int[] {0, 1});
  }
}
