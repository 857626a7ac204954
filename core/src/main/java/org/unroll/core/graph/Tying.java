package org.unroll.core.graph;

import java.util.Map;
import java.util.Optional;
import org.unroll.core.graph.node.Embedding;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.graph.node.NodeSpec;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.yaml.NearestName;

/**
 * Whether a head can score with an embedding's vectors.
 *
 * @param shapes of the graph's inputs and of the nodes before the head
 * @param classes of the head, or {@link Shape#UNKNOWN}
 */
record Tying(GraphSpec spec, Map<String, Shape> shapes, int classes) {

  /**
   * @return what is wrong with the head's key {@code tied}, if anything
   */
  Optional<String> mistake(Softmax head) {
    if (head.tied().isEmpty()) {
      return Optional.empty();
    }
    String name = head.tied().get();
    NodeSpec node = spec.nodes().get(name);
    if (node == null) {
      String near = NearestName.suggest(name, spec.nodes().keySet());
      return Optional.of("no embedding '%s'%s".formatted(name, near));
    }
    if (!(node instanceof Embedding embedding)) {
      return Optional.of(
          "'%s' is no embedding, and only an embedding has a vector for each class"
              .formatted(name));
    }
    return mistake(name, embedding, shapes.get(head.input().get(0)).size());
  }

  private Optional<String> mistake(String name, Embedding embedding, int inputs) {
    if (inputs != Shape.UNKNOWN && inputs != embedding.size()) {
      return Optional.of(
          "the head reads %d numbers, but the vectors of '%s' have %d; make the sizes equal, or put {layer: dense, size: %d} before the head"
              .formatted(inputs, name, embedding.size(), embedding.size()));
    }
    Shape read = shapes.get(embedding.input().get(0));
    int words = read == null ? Shape.UNKNOWN : read.size();
    if (words != Shape.UNKNOWN && classes != Shape.UNKNOWN && words != classes) {
      return Optional.of(
          "the head has %d classes, but '%s' has vectors for %d words; name the embedding of the words that the head chooses from"
              .formatted(classes, name, words));
    }
    return Optional.empty();
  }
}
