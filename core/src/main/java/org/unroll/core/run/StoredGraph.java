package org.unroll.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.Json;

/**
 * The configuration of a graph as JSON, in which {@code @class} names the class of each part. Java
 * runs what a class does when it is loaded, whatever it is: only those of layers and of what
 * belongs to them may be named. What DL4J reads is written anew from what was checked, so that both
 * see one thing.
 */
final class StoredGraph {
  private static final String ENTRY = ModelSerializer.CONFIGURATION_JSON;
  private static final String CLASS = "@class";
  private static final Pattern KNOWN =
      Pattern.compile(
          "(org\\.unroll\\.core\\.layer"
              + "|org\\.deeplearning4j\\.nn\\.(conf|weights)"
              + "|org\\.nd4j\\.linalg\\.(activations\\.impl|lossfunctions\\.impl|schedule)"
              + "|org\\.nd4j\\.linalg\\.learning\\.(config|regularization))"
              + "(\\.[A-Za-z][A-Za-z0-9]*(\\$[A-Za-z][A-Za-z0-9]*)*)+");

  private StoredGraph() {}

  /**
   * @throws IOException if it is none, or names another class
   */
  static ComputationGraphConfiguration read(byte[] json) throws IOException {
    JsonNode tree = tree(json);
    requireKnown(tree);
    String checked = Json.MAPPER.writeValueAsString(tree);
    try {
      return NeuralNetConfiguration.mapper()
          .readValue(checked, ComputationGraphConfiguration.class);
    } catch (IOException | RuntimeException e) { // of what DL4J's classes make of it
      throw new DamagedEntry(ENTRY, "is no graph (" + e.getMessage() + ")", e);
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

  private static JsonNode tree(byte[] json) throws IOException {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new DamagedEntry(ENTRY, "is no JSON (" + e.getMessage() + ")", e);
    }
  }

  private static void requireKnown(JsonNode node) throws IOException {
    JsonNode type = node.path(CLASS);
    if (!type.isMissingNode() && !KNOWN.matcher(type.asText()).matches()) {
      throw new DamagedEntry(
          ENTRY, "names %s, which is no layer and no part of one".formatted(type));
    }
    for (JsonNode each : node) {
      requireKnown(each);
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
