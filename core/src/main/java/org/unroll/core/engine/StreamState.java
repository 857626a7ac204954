package org.unroll.core.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.UserError;
import org.unroll.core.layer.recurrent.InitialState;

/**
 * What the recurrent layers hand on: from part to part of a truncated sequence within them, and
 * from batch to batch of a stream by way of here, so that what validates or predicts between two
 * steps neither sees nor disturbs it. Not thread-safe.
 */
final class StreamState {
  private final ComputationGraph graph;
  private final boolean truncated;
  private final Optional<String> obstacle;
  private final Map<String, RecurrentLayer> layers = new TreeMap<>();
  private Map<String, INDArray> kept = Map.of(); // <layer>_<state>, [b, u]

  StreamState(ComputationGraph graph) {
    this.graph = graph;
    this.truncated = graph.getConfiguration().getBackpropType() == BackpropType.TruncatedBPTT;
    this.obstacle = obstacle();
    for (var vertex : graph.getVertices()) {
      if (truncated && vertex.hasLayer() && vertex.getLayer() instanceof RecurrentLayer layer) {
        layers.put(vertex.getVertexName(), layer);
      }
    }
  }

  /** A truncated graph holds nothing that reads backwards or a whole sequence. */
  private Optional<String> obstacle() {
    if (!truncated) {
      return Optional.of("set train.tbptt to the steps of a batch");
    }
    for (GraphVertex vertex : graph.getConfiguration().getVertices().values()) {
      if (vertex instanceof InitialState start) {
        return Optional.of("remove initial-state of node '%s'".formatted(start.target()));
      }
    }
    return Optional.empty();
  }

  /** Before the parts of a batch. */
  void begin(boolean continues) {
    clear();
    if (continues) {
      obstacle.ifPresent(StreamState::refuse);
      restore();
    }
    kept = Map.of();
  }

  /**
   * Before a section that is not the first, in place of what the section before left in the layers.
   */
  void goOn(Map<String, INDArray> state) {
    clear();
    kept = state;
    restore();
    kept = Map.of();
  }

  private void restore() {
    layers.forEach((name, layer) -> layer.rnnSetTBPTTState(of(name)));
  }

  private static void refuse(String remedy) {
    throw new UserError(
        "a batch of these data goes on where the one before ended, and this graph cannot: "
            + remedy);
  }

  private Map<String, INDArray> of(String layer) {
    Map<String, INDArray> state = new HashMap<>();
    kept.forEach(
        (key, array) -> {
          int end = key.lastIndexOf('_');
          if (key.substring(0, end).equals(layer)) {
            state.put(key.substring(end + 1), array);
          }
        });
    if (state.isEmpty()) {
      throw new IllegalStateException(
          "A batch continues the one before, but there is no state of layer '" + layer + "'");
    }
    return state;
  }

  /** After the last part. */
  void keep() {
    kept = ends();
  }

  /** Where the layers stand. */
  Map<String, INDArray> ends() {
    Map<String, INDArray> ends = new TreeMap<>();
    layers.forEach(
        (name, layer) ->
            layer.rnnGetTBPTTState().forEach((kind, state) -> ends.put(name + "_" + kind, state)));
    return ends;
  }

  /** Leaves nothing in the layers. */
  void clear() {
    if (truncated) {
      graph.rnnClearPreviousState();
    }
  }

  Map<String, INDArray> get() {
    return kept;
  }

  void set(Map<String, INDArray> state) {
    kept = state;
  }
}
