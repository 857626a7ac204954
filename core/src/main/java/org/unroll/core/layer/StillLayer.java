package org.unroll.core.layer;

import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The vertex of a frozen layer below which nothing is trained: it runs in training as it does
 * outside of it, keeps nothing for a backward pass, and has none.
 */
public final class StillLayer extends LayerVertex {
  private static final long serialVersionUID = 1;

  /** For reading a saved graph. */
  public StillLayer() {}

  /**
   * @param layer the vertex that DL4J made for a layer of ours, whose updater is {@link Frozen}
   */
  public StillLayer(LayerVertex layer) {
    super(layer.getLayerConf(), layer.getPreProcessor());
  }

  @Override
  public GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    GraphVertex made = super.instantiate(graph, name, index, parameters, initialise, dataType);
    return new StillLayerVertex(new VertexPlace(graph, name, index, dataType), made.getLayer());
  }

  @Override
  public LayerVertex clone() {
    return new StillLayer((LayerVertex) super.clone());
  }
}
