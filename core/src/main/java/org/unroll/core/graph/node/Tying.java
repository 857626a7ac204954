package org.unroll.core.graph.node;

import org.unroll.core.yaml.NearestName;

/**
 * Whether a head can score with an embedding's vectors.
 *
 * @param embedding what the head's key {@code tied} names
 * @param graph as far as the head
 */
record Tying(String embedding, GraphPlan graph) {

  /**
   * @param inputs numbers that the head reads, or {@link Shape#UNKNOWN}
   * @throws ShapeException if it cannot
   */
  void check(int inputs) {
    NodeSpec node =
        graph
            .node(embedding)
            .orElseThrow(
                () ->
                    mistake(
                        "no embedding '%s'%s"
                            .formatted(
                                embedding,
                                NearestName.suggest(embedding, graph.spec().nodes().keySet()))));
    if (!(node instanceof Embedding tied)) {
      throw mistake(
          "'%s' is no embedding, and only an embedding has a vector for each class"
              .formatted(embedding));
    }
    if (Shapes.differ(inputs, tied.size())) {
      throw mistake(
          "the head reads %d numbers, but the vectors of '%s' have %d; make the sizes equal, or put {layer: dense, size: %d} before the head"
              .formatted(inputs, embedding, tied.size(), tied.size()));
    }
    Shape read = graph.shapes().get(tied.input().get(0));
    if (read != null && Shapes.differ(read.size(), graph.outputSize())) {
      throw mistake(
          "the head has %d classes, but '%s' has vectors for %d words; name the embedding of the words that the head chooses from"
              .formatted(graph.outputSize(), embedding, read.size()));
    }
  }

  private static ShapeException mistake(String message) {
    return new ShapeException("tied", message);
  }
}
