package org.unroll.core.graph;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.unroll.core.config.Problems;

/** An output layer: per example after a vector, per step after a sequence. */
record Head(ILossFunction loss, IActivation activation) {

  static void refuseIdentity(String path, LayerOptions options, Problems problems) {
    if (options.weightInit() == InitialWeights.IDENTITY) {
      problems.add(path + ".weight-init", "a head cannot start as identity; use xavier");
    }
  }

  void build(GraphAssembly graph, String name, String input, LayerOptions options) {
    BaseOutputLayer.Builder<?> layer = layer(graph.shape(name));
    layer.setLossFn(loss);
    layer.setNIn(graph.shape(input).size());
    layer.setNOut(graph.shape(name).size());
    layer.activation(activation);
    layer.weightInit(options.weightInit().forLayer());
    GraphAssembly.apply(options, layer);
    graph.add(name, layer, graph.drop(name, input, options.dropout()));
  }

  private static BaseOutputLayer.Builder<?> layer(Shape shape) {
    return shape instanceof Shape.Sequence
        ? new RnnOutputLayer.Builder().dataFormat(RNNFormat.NCW)
        : new OutputLayer.Builder();
  }
}
