package org.unroll.core.layer;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parts of a graph below which nothing is trained, so that no gradient goes through them: a
 * {@link StillLayer}, and what reads still parts alone. DL4J knows frozen layers too, but stops at
 * the first of them for all vertices that come before it, also on other branches.
 */
final class Stillness {
  private Stillness() {}

  /** Whether a vertex without parameters reads still parts, and beside them graph inputs alone. */
  static boolean isOf(ComputationGraph graph, GraphVertex vertex) {
    boolean any = false;
    for (VertexIndices source : vertex.getInputVertices()) {
      GraphVertex read = graph.getVertices()[source.getVertexIndex()];
      boolean still = isStill(graph, read);
      if (!still && !read.isInputVertex()) {
        return false;
      }
      any |= still;
    }
    return any;
  }

  private static boolean isStill(ComputationGraph graph, GraphVertex vertex) {
    return vertex instanceof StillLayerVertex
        || vertex instanceof ParameterlessVertex && isOf(graph, vertex);
  }

  /**
   * The gradients that a still vertex hands down: none to what still parts alone read, else zeros.
   * DL4J adds the gradients of all readers, and loses count of a reader's others where one that
   * came before gave none: all give something, or nobody does.
   */
  static INDArray[] below(
      ComputationGraph graph, GraphVertex vertex, LayerWorkspaceMgr workspaces) {
    VertexIndices[] sources = vertex.getInputVertices();
    INDArray[] below = new INDArray[sources.length];
    for (int i = 0; i < below.length; i++) {
      if (!isReadByStillPartsAlone(graph, graph.getVertices()[sources[i].getVertexIndex()])) {
        INDArray read = vertex.getInputs()[i];
        below[i] = workspaces.create(ArrayType.ACTIVATION_GRAD, read.dataType(), read.shape(), 'c');
      }
    }
    return below;
  }

  private static boolean isReadByStillPartsAlone(ComputationGraph graph, GraphVertex source) {
    for (VertexIndices reader : source.getOutputVertices()) {
      if (!isStill(graph, graph.getVertices()[reader.getVertexIndex()])) {
        return false;
      }
    }
    return true;
  }
}
