package org.unroll.core.graph.node;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.yaml.Variant;

/** An output layer, whose output is compared with the labels. */
public sealed interface Head extends LayerNode permits Softmax, Sigmoid, NumbersHead {

  /** What the YAML calls a kind of head: {@code softmax}. */
  static String key(Class<? extends Head> kind) {
    return kind.getAnnotation(Variant.class).names()[0];
  }

  /** A node whose output is added to what its activation reads. */
  SkipPath path();

  @Override
  default List<String> reads() {
    List<String> reads = new ArrayList<>(input());
    path().skip().ifPresent(reads::add);
    return reads;
  }

  @Override
  default String readKey(int index) {
    return index < input().size() ? LayerNode.super.readKey(index) : "skip";
  }

  @Override
  default List<String> inStep() {
    return reads();
  }

  /**
   * What it reads beside a skip that fits.
   *
   * @param inputs of {@link #reads()}
   * @param units what a number of the skip is added to each of, such as classes
   * @throws ShapeException if it cannot take these
   */
  default Shape vectors(List<Shape> inputs, GraphPlan graph, String units) {
    Shape read = Shapes.vectors(key(getClass()), inputs.subList(0, input().size()));
    if (path().skip().isPresent()) {
      path().check(graph);
      new HeadSkip(input().get(0), read, graph, units).check(inputs.get(input().size()));
    }
    return read;
  }

  @Override
  default boolean isHead() {
    return true;
  }
}
