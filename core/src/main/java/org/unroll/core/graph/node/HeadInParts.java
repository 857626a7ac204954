package org.unroll.core.graph.node;

import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.unroll.core.layer.head.MonotoneLevels;
import org.unroll.core.layer.head.StepLoss;

/**
 * A head for numbers in parts: a linear layer, the skip path, the order of the levels, and a loss
 * without parameters; per example after a vector, per step after a sequence.
 *
 * @param levels numbers for each target
 * @param free the level that the skip path is added to, and from which the others are counted
 */
record HeadInParts(ILossFunction loss, int levels, int free, Optional<String> skip) {

  void build(GraphAssembly graph, String name, String input, LayerOptions options) {
    boolean steps = graph.shape(name).hasSteps();
    String last =
        new LinearPart(SkipPath.of(skip), levels, free).build(graph, name, input, options, 0);
    if (levels > 1) {
      String ordered = Part.LEVELS.of(name);
      graph.add(ordered, new MonotoneLevels(name, levels, free), last);
      last = ordered;
    }
    if (steps) {
      graph.add(name, new StepLoss(loss), last);
    } else {
      graph.add(name, new LossLayer.Builder(loss).activation(new ActivationIdentity()), last);
    }
  }
}
