package org.unroll.core.layer.head;

import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The vertex of an {@link OutputHead} that scores with the rows of an embedding (Press &amp; Wolf
 * 2017). DL4J has no shared parameters and a layer does not know its graph, so this vertex, which
 * every built, read or cloned graph makes anew, tells it.
 */
public final class TiedHead extends LayerVertex {
  private static final long serialVersionUID = 1;

  /** For reading a saved graph. */
  public TiedHead() {}

  /**
   * @param head the vertex that DL4J made for an {@link OutputHead} with {@code tied}
   */
  public TiedHead(LayerVertex head) {
    super(head.getLayerConf(), head.getPreProcessor());
  }

  @Override
  public GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    GraphVertex vertex = super.instantiate(graph, name, index, parameters, initialise, dataType);
    ((OutputHeadLayer) vertex.getLayer()).tieWithin(graph);
    return vertex;
  }

  @Override
  public LayerVertex clone() {
    return new TiedHead((LayerVertex) super.clone());
  }
}
