package org.unroll.core.run;

import java.io.IOException;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The graph of a bundle: its configuration as JSON, checked, and as many weights as it says. */
final class StoredGraph {
  private static final String ENTRY = ModelSerializer.CONFIGURATION_JSON;

  private StoredGraph() {}

  /**
   * @throws IOException if it is none, or names another class
   */
  static ComputationGraphConfiguration read(byte[] json) throws IOException {
    String checked = LayerClasses.checked(json);
    try {
      ComputationGraphConfiguration graph =
          NeuralNetConfiguration.mapper().readValue(checked, ComputationGraphConfiguration.class);
      graph.getVertices().size(); // there are some
      return graph;
    } catch (IOException | RuntimeException e) { // of what DL4J's classes make of it
      String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new DamagedEntry(ENTRY, "is no graph (" + what + ")", e);
    }
  }

  /**
   * @param weights as many as {@link #parameters} says
   */
  static ComputationGraph built(ComputationGraphConfiguration configuration, INDArray weights)
      throws IOException {
    try {
      ComputationGraph graph = new ComputationGraph(configuration);
      graph.init(weights, false);
      return graph;
    } catch (RuntimeException e) {
      throw new DamagedEntry(ENTRY, "is a graph that cannot be built (" + e + ")", e);
    }
  }

  /** Numbers that its layers learn. */
  static long parameters(ComputationGraphConfiguration graph) throws IOException {
    long sum = 0;
    for (Map.Entry<String, GraphVertex> each : graph.getVertices().entrySet()) {
      long numbers = numbers(each.getKey(), each.getValue());
      if (numbers < 0 || numbers > Integer.MAX_VALUE) {
        throw new DamagedEntry(
            ENTRY, "has a part '%s' with %,d weights".formatted(each.getKey(), numbers));
      }
      sum += numbers;
    }
    return sum;
  }

  private static long numbers(String name, GraphVertex part) throws IOException {
    try {
      return part.numParams(false);
    } catch (RuntimeException e) {
      throw new DamagedEntry(ENTRY, "has a part '" + name + "' without a size (" + e + ")", e);
    }
  }
}
