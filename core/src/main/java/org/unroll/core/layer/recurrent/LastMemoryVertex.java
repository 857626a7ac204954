package org.unroll.core.layer.recurrent;

import java.util.Optional;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.core.layer.cell.CellState;

/** {@link LastMemory} at work. Owned by the graph's thread. */
final class LastMemoryVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  private final String layer;
  private long[] shape = {}; // [b, u, t]

  LastMemoryVertex(VertexPlace place, String layer) {
    super(place);
    this.layer = layer;
  }

  private RecurrentCellLayer layer() {
    return (RecurrentCellLayer) graph.getLayer(layer);
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    shape = inputs[0].shape();
    return workspaces.dup(ArrayType.ACTIVATIONS, layer().lastMemory(), 'c'); // [b, u]
  }

  /** The gradient goes straight to the layer, whose backward pass comes after this one. */
  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    layer().addMemoryGradient(new CellState(epsilon, epsilon).detached().memory());
    INDArray none = // [t, b, u], zeros
        workspaces.create(
            ArrayType.ACTIVATION_GRAD,
            epsilon.dataType(),
            new long[] {shape[2], shape[0], shape[1]},
            'c');
    return new INDArray[] {TimeMajor.sequences(none)};
  }

  @Override
  protected Optional<INDArray> outputMask(INDArray[] masks) {
    return Optional.empty();
  }
}
