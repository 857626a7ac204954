package org.unroll.core.layer.image;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.TimeMajor;

/** {@link FlattenPicture} at work. Owned by the graph's thread. */
final class FlattenPictureVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  FlattenPictureVertex(VertexPlace place) {
    super(place);
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    return workspaces.leverageTo(
        ArrayType.ACTIVATIONS, TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, inputs[0]));
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray rows = TimeMajor.rows(workspaces, ArrayType.BP_WORKING_MEM, epsilon); // [b, n]
    INDArray moved = workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, rows);
    return new INDArray[] {TimeMajor.like(inputs[0], moved)};
  }
}
