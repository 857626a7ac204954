package org.unroll.core.graph.step;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Runs the part of a graph that does not depend on the step inputs, once a batch. */
record PrefixRun(ComputationGraph graph, StepCut cut, StepMasks masks, StepWorkspace workspace) {

  /**
   * What a graph is given.
   *
   * @param inputs by name, each with the examples first
   * @param masks by name, {@code [b, t]}, of those inputs that have one
   */
  record Given(Map<String, INDArray> inputs, Map<String, INDArray> masks) {
    /** Of a batch, less some of the graph's inputs. */
    static Given of(ComputationGraph graph, MultiDataSet batch, Collection<String> less) {
      Given given = new Given(new HashMap<>(), new HashMap<>());
      List<String> names = graph.getConfiguration().getNetworkInputs();
      for (int i = 0; i < names.size(); i++) {
        if (!less.contains(names.get(i))) {
          given.inputs.put(names.get(i), batch.getFeatures(i));
          if (batch.getFeaturesMaskArray(i) != null) {
            given.masks.put(names.get(i), batch.getFeaturesMaskArray(i));
          }
        }
      }
      return given;
    }
  }

  /** Lets go of what the graph holds of the last pass. */
  static void clear(ComputationGraph graph) {
    for (GraphVertex vertex : graph.getVertices()) {
      vertex.clear();
    }
    graph.clear();
    graph.clearLayerMaskArrays();
  }

  /**
   * @return what the steps read of it, to be closed by the caller
   */
  @SuppressWarnings("try") // the scopes are closed, not read
  PrefixArrays of(Map<String, INDArray> inputs, Map<String, INDArray> given) {
    masks.forPrefix(inputs, given);
    Map<Integer, INDArray> activations = new HashMap<>();
    inputs.forEach((name, array) -> activations.put(graph.getVertex(name).getVertexIndex(), array));
    Map<String, INDArray> kept = new LinkedHashMap<>();
    try (MemoryWorkspace open = workspace.open()) {
      for (GraphVertex vertex : cut.prefix()) {
        activations.put(vertex.getVertexIndex(), forward(vertex, activations));
      }
      try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
        for (int source : cut.read()) {
          kept.put(name(source), PrefixArrays.copy(required(source, activations)));
        }
        masks.keep(given, kept);
      }
    }
    return new PrefixArrays(kept, (int) inputs.values().iterator().next().size(0));
  }

  private INDArray forward(GraphVertex vertex, Map<Integer, INDArray> activations) {
    List<Integer> sources = StepCut.sources(vertex);
    for (int i = 0; i < sources.size(); i++) {
      vertex.setInput(i, required(sources.get(i), activations), workspace.manager());
    }
    return vertex.doForward(false, workspace.manager());
  }

  private INDArray required(int source, Map<Integer, INDArray> activations) {
    INDArray array = activations.get(source);
    if (array == null) {
      throw new IllegalArgumentException("The graph input '" + name(source) + "' is not given");
    }
    return array;
  }

  private String name(int index) {
    return graph.getVertices()[index].getVertexName();
  }
}
