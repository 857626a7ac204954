package org.unroll.core.graph.step;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.layer.array.Floats;

/**
 * A trained graph that is run up to one of its nodes, such as a CNN without its head. Owned by the
 * graph's thread.
 */
public final class NodeRun implements AutoCloseable {
  private final ComputationGraph graph;
  private final String node;
  private final StepWorkspace workspace = StepWorkspace.own();
  private final PrefixRun run;

  /**
   * @param node of the YAML; one of several layers, such as a pretrained net, gives what its last
   *     one gives
   * @throws IllegalArgumentException if the graph has no such vertex
   */
  public NodeRun(ComputationGraph graph, String node) {
    GraphVertex vertex = vertex(graph, node);
    this.graph = graph;
    this.node = vertex.getVertexName();
    StepCut cut = StepCut.upTo(graph, vertex);
    this.run = new PrefixRun(graph, cut, new StepMasks(graph, cut), workspace);
  }

  static GraphVertex vertex(ComputationGraph graph, String node) {
    GraphVertex found = graph.getVertex(node);
    if (found == null) {
      for (int index : graph.topologicalSortOrder()) {
        GraphVertex vertex = graph.getVertices()[index];
        found = vertex.getVertexName().startsWith(node + ".") ? vertex : found;
      }
    }
    if (found == null) {
      throw new IllegalArgumentException("The graph has no vertex '" + node + "'");
    }
    return found;
  }

  /** What the node gives for a batch, number after number in C order. */
  public float[] of(MultiDataSet batch) {
    PrefixRun.Given given = PrefixRun.Given.of(graph, batch, List.of());
    try (PrefixArrays arrays = run.of(given.inputs(), given.masks())) {
      return Floats.read(arrays.get(node));
    }
  }

  /** The graph stays open. */
  @Override
  public void close() {
    PrefixRun.clear(graph);
    workspace.close();
  }
}
