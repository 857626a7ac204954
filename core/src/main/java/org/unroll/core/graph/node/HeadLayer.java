package org.unroll.core.graph.node;

import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.unroll.core.layer.head.OutputHead;
import org.unroll.core.yaml.Problems;

/**
 * An output layer: per example after a vector, per step after a sequence. With a skip it is in
 * parts: a linear layer, what is added, activation and loss.
 *
 * @param skip a node that is added to what the activation reads
 * @param tied the embedding that it scores with, in place of weights of its own
 * @param smooth the weight in the loss of changes from step to step
 * @param bias what each bias starts from
 */
record HeadLayer(
    ILossFunction loss,
    IActivation activation,
    SkipPath skip,
    Optional<String> tied,
    double smooth,
    double bias) {

  /** With weights of its own, and a loss of each step by itself. */
  HeadLayer(ILossFunction loss, IActivation activation, SkipPath skip) {
    this(loss, activation, skip, Optional.empty(), 0, 0);
  }

  HeadLayer startingAt(double first) {
    return new HeadLayer(loss, activation, skip, tied, smooth, first);
  }

  static void refuseIdentity(String path, LayerOptions options, Problems problems) {
    if (options.weightInit() == InitialWeights.IDENTITY) {
      problems.add(path + ".weight-init", "a head cannot start as identity; use xavier");
    }
  }

  void build(GraphAssembly graph, String name, String input, LayerOptions options) {
    int units = graph.shape(name).size();
    OutputHead.Builder layer =
        new OutputHead.Builder(loss).smooth(smooth).nOut(units).activation(activation);
    if (skip.skip().isPresent()) {
      String last = new LinearPart(skip, 1, 0).build(graph, name, input, options, bias);
      graph.add(name, layer.withoutWeights().nIn(units), last);
      return;
    }
    layer.nIn(graph.shape(input).size()).weightInit(options.weightInit().forLayer()).biasInit(bias);
    tied.ifPresent(layer::tied);
    GraphAssembly.apply(options, layer);
    graph.add(name, layer, graph.drop(name, input, options.dropout()));
    if (tied.isPresent()) {
      graph.tie(name);
    }
  }
}
