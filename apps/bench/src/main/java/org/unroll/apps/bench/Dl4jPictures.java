package org.unroll.apps.bench;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A {@link PictureCase} of DL4J's own layers; it has no GRU of convolutions. */
record Dl4jPictures(PictureCase layers) implements Dl4jNet {
  @Override
  public ComputationGraphConfiguration configuration() {
    ComputationGraphConfiguration.GraphBuilder graph = Dl4jNet.reading(input());
    String below = "in";
    for (int level = 1; level <= layers.net().filters().size(); level++) {
      below = convolve(graph, level, below);
    }
    if (layers.net().readsFrames()) {
      DenseLayer features =
          new DenseLayer.Builder().nOut(PictureCase.UNITS).activation(Activation.RELU).build();
      graph.addLayer("features", features, below);
      graph.addLayer("cell", Dl4jStack.lstm(PictureCase.UNITS), "features");
      return graph.addLayer("output", Dl4jStack.output(PictureCase.CLASSES), "cell").build();
    }
    OutputLayer.Builder output = new OutputLayer.Builder(LossFunction.MCXENT);
    output.nOut(PictureCase.CLASSES).activation(Activation.SOFTMAX);
    graph.addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), below);
    return graph.addLayer("output", output.build(), "mean").build();
  }

  private InputType input() {
    return layers.net().readsFrames()
        ? InputType.recurrent(
            (long) PictureCase.CHANNELS * layers.height() * layers.width(),
            layers.steps(),
            RNNFormat.NCW)
        : InputType.convolutional(layers.height(), layers.width(), PictureCase.CHANNELS);
  }

  /** One level, the first of frames with what makes pictures of them; gives its name. */
  private String convolve(
      ComputationGraphConfiguration.GraphBuilder graph, int level, String below) {
    boolean norm = layers.net() == PictureCase.Net.CONV_BATCH_NORM;
    ConvolutionLayer.Builder convolution =
        new ConvolutionLayer.Builder(3, 3)
            .nOut(layers.net().filters().get(level - 1))
            .convolutionMode(ConvolutionMode.Same)
            .activation(norm ? Activation.IDENTITY : Activation.RELU)
            .hasBias(!norm);
    String name = "conv" + level;
    if (layers.net().readsFrames() && level == 1) {
      RnnToCnnPreProcessor frames =
          new RnnToCnnPreProcessor(layers.height(), layers.width(), PictureCase.CHANNELS);
      graph.addLayer(name, convolution.build(), frames, below);
    } else {
      graph.addLayer(name, convolution.build(), below);
    }
    if (norm) { // its own activation is not used
      graph.addLayer("norm" + level, new BatchNormalization(), name);
      name = "relu" + level;
      graph.addLayer(name, new ActivationLayer(Activation.RELU), "norm" + level);
    }
    SubsamplingLayer.Builder pool = new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX);
    graph.addLayer("pool" + level, pool.kernelSize(2, 2).stride(2, 2).build(), name);
    return "pool" + level;
  }
}
