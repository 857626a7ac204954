package org.unroll.core.graph.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * One node of the YAML's {@code graph}: a record per kind, its components the keys. A new kind is a
 * new record here, and perhaps the names of its parts in {@link Part}; nothing else needs to
 * change.
 */
public sealed interface NodeSpec
    permits LayerNode,
        FinalState,
        LastStep,
        Concat,
        Add,
        PoolTime,
        Repeat,
        Reverse,
        Attention,
        BatchNorm,
        Pool,
        GlobalPool,
        Flatten,
        Pretrained,
        Regions {

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
   * What the node gives, from what it is given.
   *
   * @param inputs one shape for each of {@link #reads()}; sizes may be {@link Shape#UNKNOWN}, which
   *     is never a mistake
   * @param graph for what the shapes do not tell: the nodes that it reads, the app's sizes
   * @throws ShapeException if the node cannot take these inputs
   */
  Shape shape(List<Shape> inputs, GraphPlan graph);

  /**
   * Those of {@link #reads()} whose steps are the node's own; the mask of the first is the node's.
   */
  default List<String> inStep() {
    return input();
  }

  /** Whether it gives something wrong of a sequence that is cut into pieces, as tbptt does. */
  default boolean needsWholeSequence() {
    return false;
  }

  /** Those of {@link #reads()} of which it needs all steps before it gives the first one. */
  default List<String> readsWhole() {
    return needsWholeSequence() ? reads() : List.of();
  }

  /**
   * The same without a memory: what it says of a step follows from that step alone. A recurrent
   * layer becomes one without, of the same size.
   */
  default NodeSpec frameWise() {
    return this;
  }

  /** Whether it reads a recurrent layer's output at each step, and not only its last state. */
  default boolean readsSteps() {
    return true;
  }

  /** Whether it reads the memory of the recurrent layer that is its input. */
  default boolean readsMemory() {
    return false;
  }

  /** When it is frozen at first, and trained later. */
  default Optional<Thaw> thaw() {
    return Optional.empty();
  }

  /**
   * The file that its shape follows from, if it has one. A net that was saved does without, so
   * where it is missing, only who builds the net says so.
   */
  default Optional<Path> shapedBy() {
    return Optional.empty();
  }

  /** Adds the DL4J layers and vertices of this node. Inputs are built before. */
  void build(GraphAssembly graph, String name);

  /** Sets weights that a file has, in a graph that was just built. */
  default void start(ComputationGraph graph, GraphPlan plan, String name) {}

  /** Whether this is an output layer, whose output is compared with the labels. */
  default boolean isHead() {
    return false;
  }
}
