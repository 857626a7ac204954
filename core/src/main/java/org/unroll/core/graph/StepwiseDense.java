package org.unroll.core.graph;

import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.unroll.core.layer.RowsToSteps;

/** A dense layer as part of a node, the same at each step. */
final class StepwiseDense {
  private StepwiseDense() {}

  /**
   * DL4J's dense layer leaves {@code [b * t, size]}, which vertices would take for vectors.
   *
   * @return DL4J's name of the vertex that gives {@code [b, size, t]}
   */
  static String add(GraphAssembly graph, String name, DenseLayer.Builder layer, String input) {
    graph.add(name, layer, input);
    String steps = name + "-steps";
    graph.add(steps, new PreprocessorVertex(new RowsToSteps()), name);
    return steps;
  }
}
