package org.unroll.core.graph.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;

/** Moves the states of the step part's recurrent layers from and to Java's heap. */
final class StepMemory {
  private final List<GraphVertex> cells = new ArrayList<>();
  private final StepBuffers buffers;

  StepMemory(StepCut cut, StepBuffers buffers) {
    this.buffers = buffers;
    for (GraphVertex vertex : cut.steps()) {
      if (vertex.hasLayer() && vertex.getLayer() instanceof RecurrentLayer) {
        cells.add(vertex);
      }
    }
  }

  private static RecurrentLayer layer(GraphVertex vertex) {
    return (RecurrentLayer) vertex.getLayer();
  }

  /** Puts a state's memories into the layers; before the first step there are none. */
  void restore(StepState state) {
    for (GraphVertex cell : cells) {
      Map<String, INDArray> arrays = new HashMap<>();
      Map<String, float[]> memory = state.memories().getOrDefault(cell.getVertexName(), Map.of());
      memory.forEach(
          (kind, values) -> {
            String name = cell.getVertexName() + " " + kind;
            int rows = state.rows();
            arrays.put(kind, buffers.fill(name, values, rows, values.length / rows));
          });
      layer(cell).rnnSetPreviousState(arrays);
    }
  }

  /** Takes the memories out of the layers and frees what the layers made for them. */
  Map<String, Map<String, float[]>> take() {
    Map<String, Map<String, float[]>> memories = new LinkedHashMap<>();
    for (GraphVertex cell : cells) {
      Map<String, float[]> memory = new LinkedHashMap<>();
      layer(cell)
          .rnnGetPreviousState()
          .forEach(
              (kind, array) -> {
                memory.put(kind, Floats.read(array));
                if (array.closeable()) {
                  array.close();
                }
              });
      memories.put(cell.getVertexName(), memory);
      layer(cell).rnnClearPreviousState();
    }
    return memories;
  }
}
