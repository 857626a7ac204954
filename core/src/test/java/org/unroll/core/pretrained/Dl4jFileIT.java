package org.unroll.core.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.unroll.core.graph.node.Pretrained;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.array.Floats;

/** Nets of DL4J give what DL4J gives, layer by layer. */
class Dl4jFileIT {
  private static final Shape PICTURE = new Shape.Picture(3, 11, 14);

  @TempDir private Path folder;

  private static ConvolutionLayer filters(int number, int kernel, ConvolutionMode mode) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .stride(2, 1)
        .nOut(number)
        .convolutionMode(mode)
        .padding(mode == ConvolutionMode.Same ? 0 : 1, mode == ConvolutionMode.Same ? 0 : 1)
        .activation(Activation.LEAKYRELU)
        .build();
  }

  private static SubsamplingLayer pooling(PoolingType type, ConvolutionMode mode) {
    return new SubsamplingLayer.Builder(type)
        .kernelSize(3, 3)
        .stride(2, 2)
        .convolutionMode(mode)
        .build();
  }

  private static MultiLayerNetwork chain(boolean logarithm) {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(5)
            .list()
            .layer(new ZeroPaddingLayer.Builder(1, 0, 2, 1).build())
            .layer(filters(4, 3, ConvolutionMode.Truncate))
            .layer(new BatchNormalization.Builder().useLogStd(logarithm).eps(1e-3).build())
            .layer(new ActivationLayer(Activation.RELU))
            .layer(filters(5, 2, ConvolutionMode.Same))
            .layer(pooling(PoolingType.MAX, ConvolutionMode.Same))
            .layer(new DropoutLayer(0.5))
            .layer(new DenseLayer.Builder().nOut(6).activation(Activation.TANH).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build())
            .setInputType(InputType.convolutional(11, 14, 3))
            .build();
    MultiLayerNetwork net = new MultiLayerNetwork(configuration);
    net.init();
    return net;
  }

  /** Nothing but the activation reads the sum: DL4J overwrites it there. */
  private static ComputationGraph graph() {
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(6)
            .graphBuilder()
            .addInputs("picture")
            .setInputTypes(InputType.convolutional(11, 14, 3))
            .addLayer("conv", filters(4, 3, ConvolutionMode.Same), "picture")
            .addLayer(
                "locked", new BatchNormalization.Builder(true).gamma(0.7).beta(0.2).build(), "conv")
            .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "conv", "locked")
            .addLayer("relu", new ActivationLayer(Activation.RELU), "sum")
            .addLayer("mean", pooling(PoolingType.AVG, ConvolutionMode.Same), "relu")
            .addLayer("most", pooling(PoolingType.MAX, ConvolutionMode.Same), "relu")
            .addVertex("joined", new MergeVertex(), "mean", "most")
            .addLayer("whole", new GlobalPoolingLayer(PoolingType.AVG), "joined")
            .addLayer(
                "output",
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build(),
                "whole")
            .setOutputs("output")
            .build();
    ComputationGraph net = new ComputationGraph(configuration);
    net.init();
    return net;
  }

  /** Weights around 0, and statistics that a training could have left. */
  private static void stir(Map<String, INDArray> weights) {
    Random random = new Random(4);
    weights.forEach(
        (name, values) -> {
          boolean variance = name.endsWith("var");
          for (int i = 0; i < values.length(); i++) {
            double value = random.nextGaussian();
            values.putScalar(i, variance ? 0.2 + Math.abs(value) : 0.4 * value);
          }
        });
  }

  private static INDArray picture() {
    Random random = new Random(9);
    float[] numbers = new float[2 * 3 * 11 * 14];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return Floats.array(numbers, 2, 3, 11, 14);
  }

  private INDArray ours(Path file, String cut) {
    Pretrained node = new Pretrained(List.of("pictures"), file.toString(), Optional.of(cut), true);
    ComputationGraph graph = PretrainedRun.graph(node, PICTURE);
    INDArray output = graph.feedForward(picture(), false).get(PretrainedRun.last(graph)).dup('c');
    graph.close();
    return output;
  }

  private static void assertSame(INDArray ours, INDArray theirs) {
    float[] expected = Floats.read(theirs);
    float[] numbers = Floats.read(ours);
    assertThat(numbers).hasSize(expected.length);
    for (int i = 0; i < numbers.length; i++) {
      assertThat(numbers[i]).isCloseTo(expected[i], offset(1e-4f));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachLayerOfAChain(boolean logarithm) throws IOException {
    MultiLayerNetwork net = chain(logarithm);
    stir(net.paramTable());
    Path file = folder.resolve("net.zip");
    ModelSerializer.writeModel(net, file.toFile(), true);
    for (int i = 0; i < net.getnLayers(); i++) {
      assertSame(
          ours(file, "layer" + i), net.feedForwardToLayer(i, picture(), false).get(i + 1).dup('c'));
    }
  }

  @ParameterizedTest
  @CsvSource({"conv", "locked", "relu", "mean", "most", "joined", "whole", "output"})
  void aGraph(String cut) throws IOException {
    ComputationGraph net = graph();
    stir(net.paramTable());
    Path file = folder.resolve("net.zip");
    ModelSerializer.writeModel(net, file.toFile(), false);
    assertSame(ours(file, cut), net.feedForward(picture(), false).get(cut).dup('c'));
  }

  /** The model of a run holds layers of ours. */
  @Test
  void aNetOfOurs() throws IOException {
    Path keras = folder.resolve("net.h5");
    KerasNets.residual().write(keras);
    Pretrained node =
        new Pretrained(List.of("pictures"), keras.toString(), Optional.of("norm2"), false);
    ComputationGraph first = PretrainedRun.graph(node, PICTURE);
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(first, file.toFile(), true);
    assertSame(
        ours(file, "net.norm2"), first.feedForward(picture(), false).get("net.norm2").dup('c'));
  }
}
