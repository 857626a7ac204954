package org.unroll.core.graph.node;

import java.util.List;
import java.util.Optional;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Problems;

/** A head for numbers, to which a node may be added: the key {@code skip}. */
public sealed interface NumbersHead extends Head, Checked permits Regression, Quantiles {

  /** The node that is added: per step, or for all steps target after target. */
  Optional<String> skip();

  @Override
  default SkipPath path() {
    return SkipPath.of(skip());
  }

  /** Numbers that it gives for each target. */
  int numbers();

  @Override
  default void check(String path, Problems problems) {
    options()
        .refuseActivation(
            path,
            "the activation of %s is the identity; remove the key".formatted(Head.key(getClass())),
            problems);
    HeadLayer.refuseIdentity(path, options(), problems);
  }

  @Override
  default Shape shape(List<Shape> inputs, GraphPlan graph) {
    return vectors(inputs, graph, "targets").resized(graph.outputSize() * numbers());
  }
}
