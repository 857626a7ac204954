package org.unroll.core.graph.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.yaml.Checked;
import org.unroll.core.yaml.Problems;

/** A head for numbers, to which a node may be added: the key {@code skip}. */
public sealed interface NumbersHead extends Head, Checked permits Regression, Quantiles {

  /** The node whose output is added: per step, or for all steps target after target. */
  Optional<String> skip();

  LayerOptions options();

  /** As the YAML calls it. */
  String kind();

  /** Numbers that it gives for each target. */
  int numbers();

  @Override
  default List<String> reads() {
    List<String> reads = new ArrayList<>(input());
    skip().ifPresent(reads::add);
    return reads;
  }

  @Override
  default String readKey(int index) {
    return index < input().size() ? Head.super.readKey(index) : "skip";
  }

  @Override
  default List<String> inStep() {
    return reads();
  }

  @Override
  default void check(String path, Problems problems) {
    options()
        .refuseActivation(
            path,
            "the activation of %s is the identity; remove the key".formatted(kind()),
            problems);
    HeadLayer.refuseIdentity(path, options(), problems);
  }

  @Override
  default Shape shape(List<Shape> inputs, GraphPlan graph) {
    Shape read = Shapes.vectors(kind(), inputs.subList(0, input().size()));
    if (skip().isPresent()) {
      new HeadSkip(input().get(0), read, graph).check(inputs.get(1));
    }
    return read.resized(graph.outputSize() * numbers());
  }
}
