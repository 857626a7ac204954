package org.unroll.core.graph.node;

import java.util.List;

/**
 * One node of the YAML's {@code graph}: a record per kind, its components the keys. A new kind is a
 * new record here; nothing else needs to change.
 */
public sealed interface NodeSpec
    permits Embedding,
        Recurrent,
        Dense,
        Linear,
        Softmax,
        Regression,
        Quantiles,
        FinalState,
        LastStep,
        Concat,
        Add,
        PoolTime,
        Repeat,
        Reverse,
        Attention {

  /** Names of the nodes or graph inputs under the key {@code input}. */
  List<String> input();

  /** Names of all nodes or graph inputs it reads: {@code input} first, then those of other keys. */
  default List<String> reads() {
    return input();
  }

  /**
   * @param index in {@link #reads()}
   * @return the key that says so, such as {@code input} or {@code input[1]}
   */
  default String readKey(int index) {
    return input().size() == 1 ? "input" : "input[" + index + "]";
  }

  /**
   * What the node gives, from what it is given. A head's size is the app's, so it is {@link
   * Shape#UNKNOWN} here.
   *
   * @param inputs one shape for each of {@link #reads()}; sizes may be {@link Shape#UNKNOWN}, which
   *     is never a mistake
   * @throws ShapeException if the node cannot take these inputs
   */
  Shape shape(List<Shape> inputs);

  /**
   * What the node gives where the app's sizes are known too: a head's own size, for one.
   *
   * @throws ShapeException as above
   */
  default Shape shape(List<Shape> inputs, PortSizes sizes) {
    return shape(inputs);
  }

  /**
   * Those of {@link #reads()} whose steps are the node's own; the mask of the first is the node's.
   */
  default List<String> inStep() {
    return input();
  }

  /** Adds the DL4J layers and vertices of this node. Inputs are built before. */
  void build(GraphAssembly graph, String name);

  /** Whether this is an output layer, whose output is compared with the labels. */
  default boolean isHead() {
    return false;
  }
}
