package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.TimeMajor;

/** {@link Join} by adding, at work. Owned by the graph's thread. */
final class AddVertex extends JoinVertex {
  private static final long serialVersionUID = 1;

  AddVertex(VertexPlace place) {
    super(place);
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray[] rows = inputRows(workspaces); // [r, n] each
    INDArray sum = workspaces.dup(ArrayType.ACTIVATIONS, rows[0], 'c'); // [r, n]
    for (int i = 1; i < rows.length; i++) {
      sum.addi(rows[i]);
    }
    return TimeMajor.like(inputs[0], sum);
  }

  /** A copy for each, since DL4J may add to them in place. */
  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray rows = TimeMajor.rows(workspaces, ArrayType.BP_WORKING_MEM, epsilon); // [r, n]
    INDArray[] gradients = new INDArray[inputs.length];
    for (int i = 0; i < gradients.length; i++) {
      INDArray copy = workspaces.dup(ArrayType.ACTIVATION_GRAD, rows, 'c'); // [r, n]
      gradients[i] = TimeMajor.like(epsilon, copy);
    }
    return gradients;
  }
}
