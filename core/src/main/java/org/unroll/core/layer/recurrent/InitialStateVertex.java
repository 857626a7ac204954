package org.unroll.core.layer.recurrent;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.TimeMajor;

/** {@link InitialState} at work. Owned by the graph's thread. */
final class InitialStateVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  private final String layer;
  private long[] stateShape = {}; // [b, u] or [b, 2 * u]

  InitialStateVertex(VertexPlace place, String layer) {
    super(place);
    this.layer = layer;
  }

  private InitialStates starts() {
    return ((RecurrentCellLayer) graph.getLayer(layer)).starts();
  }

  /** Copies: what comes in may be gone before the layer runs. */
  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    stateShape = inputs[1].shape();
    starts().give(inputs[1]);
    return copy(inputs[0], ArrayType.ACTIVATIONS, workspaces);
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray steps = copy(epsilon, ArrayType.ACTIVATION_GRAD, workspaces); // [b, n, t]
    INDArray state = // as the state
        workspaces.createUninitialized(
            ArrayType.ACTIVATION_GRAD, epsilon.dataType(), stateShape, 'c');
    starts().readGradient(state);
    return new INDArray[] {steps, state};
  }

  private static INDArray copy(INDArray sequences, ArrayType type, LayerWorkspaceMgr workspaces) {
    INDArray steps = sequences.permute(2, 0, 1); // [t, b, n]
    INDArray copy = TimeMajor.create(workspaces, type, sequences.dataType(), steps.shape());
    return TimeMajor.sequences(copy.assign(steps));
  }
}
