package org.unroll.core.engine;

import java.util.OptionalInt;
import java.util.Random;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.unroll.core.data.Batch;

/** Two stacked recurrent layers in double precision and a batch that fits, right-padded. */
public final class TinyNet {
  public static final int EXAMPLES = 3;
  public static final int TIME = 5;
  private static final int[] LENGTHS = {5, 2, 4};
  public static final int STEPS = 11;

  private TinyNet() {}

  /** A label a step. */
  public static ComputationGraph perStep(IUpdater updater, double l2, OptionalInt tbptt) {
    ComputationGraphConfiguration.GraphBuilder builder = start(updater, l2);
    builder
        .addLayer("output", softmax(new RnnOutputLayer.Builder(LossFunction.MCXENT)), "second")
        .setOutputs("output");
    if (tbptt.isPresent()) {
      builder.backpropType(BackpropType.TruncatedBPTT).tBPTTLength(tbptt.getAsInt());
    }
    return built(builder);
  }

  /** A label an example. */
  public static ComputationGraph perExample(IUpdater updater) {
    return built(
        start(updater, 0)
            .addVertex("last", new LastTimeStepVertex("steps"), "second")
            .addLayer("output", softmax(new OutputLayer.Builder(LossFunction.MCXENT)), "last")
            .setOutputs("output"));
  }

  /** With a dense layer on each step, whose rows become steps again by the size of the batch. */
  public static ComputationGraph withRowsAsSteps(IUpdater updater) {
    return built(
        start(updater, 0)
            .addLayer("rows", new DenseLayer.Builder().nIn(4).nOut(4).build(), "second")
            .addVertex(
                "back",
                new PreprocessorVertex(new FeedForwardToRnnPreProcessor(RNNFormat.NCW)),
                "rows")
            .addLayer(
                "output", softmax(new RnnOutputLayer.Builder(LossFunction.MCXENT).nIn(4)), "back")
            .setOutputs("output"));
  }

  private static ComputationGraphConfiguration.GraphBuilder start(IUpdater updater, double l2) {
    return new NeuralNetConfiguration.Builder()
        .seed(7)
        .dataType(DataType.DOUBLE)
        .updater(updater)
        .l2(l2)
        .graphBuilder()
        .addInputs("steps")
        .addLayer("first", rnn(Activation.IDENTITY), "steps")
        .addLayer("second", rnn(Activation.TANH), "first")
        .setInputTypes(InputType.recurrent(2, TIME, RNNFormat.NCW));
  }

  private static SimpleRnn rnn(Activation activation) {
    return new SimpleRnn.Builder().nOut(4).activation(activation).build();
  }

  private static BaseLayer softmax(
      org.deeplearning4j.nn.conf.layers.BaseOutputLayer.Builder<?> head) {
    return head.nOut(3).activation(Activation.SOFTMAX).build();
  }

  private static ComputationGraph built(ComputationGraphConfiguration.GraphBuilder builder) {
    ComputationGraph graph = new ComputationGraph(builder.build());
    graph.init();
    return graph;
  }

  /** What the engine takes. */
  public static Batch batch(org.nd4j.linalg.dataset.api.MultiDataSet data) {
    return new Batch(data, new int[(int) data.getLabels(0).size(0)]);
  }

  public static MultiDataSet perStepBatch() {
    Random random = new Random(3);
    INDArray labels = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, 3, TIME); // [batch, classes, time]
    for (int b = 0; b < EXAMPLES; b++) {
      for (int t = 0; t < TIME; t++) {
        labels.putScalar(b, random.nextInt(3), t, 1);
      }
    }
    return new MultiDataSet(
        new INDArray[] {features()},
        new INDArray[] {labels},
        new INDArray[] {mask()},
        new INDArray[] {mask()});
  }

  public static MultiDataSet perExampleBatch() {
    INDArray labels = Nd4j.eye(3).castTo(DataType.DOUBLE); // [batch, classes]
    return new MultiDataSet(
        new INDArray[] {features()},
        new INDArray[] {labels},
        new INDArray[] {mask()},
        new INDArray[1]);
  }

  private static INDArray features() {
    Random random = new Random(4);
    INDArray features = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, 2, TIME); // [batch, size, time]
    for (int i = 0; i < features.length(); i++) {
      features.putScalar(i, random.nextGaussian());
    }
    return features;
  }

  private static INDArray mask() {
    INDArray mask = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, TIME); // [batch, time]
    for (int b = 0; b < EXAMPLES; b++) {
      for (int t = 0; t < LENGTHS[b]; t++) {
        mask.putScalar(b, t, 1);
      }
    }
    return mask;
  }

  /** The sum over labelled steps (or examples) of the cross-entropy, by the graph's outputs. */
  public static double lossSum(ComputationGraph graph, MultiDataSet batch) {
    INDArray output = // [batch, classes] or [batch, classes, time]
        graph.output(false, batch.getFeatures(), batch.getFeaturesMaskArrays())[0];
    INDArray log = org.nd4j.linalg.ops.transforms.Transforms.log(output);
    INDArray loss = log.mul(batch.getLabels(0)).sum(1).neg(); // [batch] or [batch, time]
    INDArray mask = batch.getLabelsMaskArray(0);
    return (mask == null ? loss : loss.mul(mask)).sumNumber().doubleValue();
  }

  /** The gradient of that sum. */
  public static INDArray gradientSum(ComputationGraph graph, MultiDataSet batch) {
    graph.setInputs(batch.getFeatures());
    graph.setLabels(batch.getLabels());
    graph.setLayerMaskArrays(batch.getFeaturesMaskArrays(), batch.getLabelsMaskArrays());
    graph.computeGradientAndScore();
    INDArray gradient = graph.gradient().gradient().dup();
    graph.clearLayerMaskArrays();
    return gradient;
  }
}
