package org.unroll.core.graph.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.Json;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/**
 * A digest of all that a node gives follows from, beside what the graph is given: the layers and
 * vertices up to it, how they are connected, their weights, and what they run on. How they are
 * trained makes no difference, so runs with another seed or learning rate have the same.
 */
public final class NodeDigest {
  /** Of a layer's configuration: how it starts and is trained. */
  private static final List<String> TRAINING =
      List.of(
          "iupdater",
          "iUpdater",
          "biasUpdater",
          "regularization",
          "regularizationBias",
          "weightInitFn");

  private static final int PIECE = 1 << 14; // numbers

  private NodeDigest() {}

  /**
   * @param node of the YAML, as {@link NodeRun} takes it
   * @return hexadecimal
   * @throws IllegalArgumentException if the graph has no such vertex
   */
  public static String of(ComputationGraph graph, String node) {
    MessageDigest digest = sha256();
    add(digest, Nd4j.getBackend().getClass().getName());
    JsonNode configurations = configurations(graph);
    for (GraphVertex vertex : StepCut.upTo(graph, NodeRun.vertex(graph, node)).prefix()) {
      String name = vertex.getVertexName();
      add(digest, name + " reads " + graph.getConfiguration().getVertexInputs().get(name));
      add(digest, configuration(configurations.path(name)).toString());
      if (vertex.hasLayer() && vertex.getLayer().numParams() > 0) {
        add(digest, vertex.getLayer().params());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static JsonNode configurations(ComputationGraph graph) {
    try {
      return Json.MAPPER.readTree(graph.getConfiguration().toJson()).path("vertices");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a layer without how it is trained; of another vertex all. */
  private static JsonNode configuration(JsonNode vertex) {
    JsonNode layer = vertex.at("/layerConf/layer");
    return layer instanceof ObjectNode own ? own.without(TRAINING) : vertex;
  }

  /** Piece by piece, as there may be a hundred million. */
  private static void add(MessageDigest digest, INDArray weights) {
    FloatBuffer numbers =
        Floats.areIn(weights) && TimeMajor.isDense(weights)
            ? Floats.of(weights)
            : FloatBuffer.wrap(Floats.read(weights));
    ByteBuffer piece = ByteBuffer.allocate(PIECE * Float.BYTES);
    while (numbers.hasRemaining()) {
      int length = Math.min(PIECE, numbers.remaining());
      piece.clear().asFloatBuffer().put(numbers.slice(numbers.position(), length));
      numbers.position(numbers.position() + length);
      digest.update(piece.limit(length * Float.BYTES));
    }
    Reference.reachabilityFence(weights);
  }

  private static void add(MessageDigest digest, String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
