package org.unroll.core.layer;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What DL4J asks of every vertex, answered for those without parameters. */
@SuppressWarnings("overrides") // DL4J declares setInputs once with and once without dots
public abstract class ParameterlessVertex extends BaseGraphVertex {
  private static final long serialVersionUID = 1;

  public ParameterlessVertex(ComputationGraph graph, String name, int index, DataType dataType) {
    super(graph, name, index, null, null, dataType);
  }

  /** The mask {@code [b, t]} of a graph input in the batch that is being read. */
  protected Optional<INDArray> inputMask(int input) {
    INDArray[] masks = graph.getInputMaskArrays();
    return masks == null ? Optional.empty() : Optional.ofNullable(masks[input]);
  }

  @Override
  public boolean hasLayer() {
    return false;
  }

  @Override
  public Layer getLayer() {
    return null; // DL4J's contract for a vertex without parameters
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray gradients) {
    if (gradients != null) {
      throw new IllegalArgumentException(getVertexName() + " has no parameters");
    }
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "(" + getVertexName() + ")";
  }
}
