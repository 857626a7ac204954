package org.unroll.core.layer.recurrent;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.array.TimeMajor;
import org.unroll.core.layer.cell.CellState;

/** {@link LastMemory} at work. Owned by the graph's thread. */
@SuppressWarnings("overrides") // DL4J declares setInputs once with and once without dots
final class LastMemoryVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  private final String layer;
  private long[] shape = {}; // [b, u, t]

  LastMemoryVertex(
      ComputationGraph graph, String name, int index, DataType dataType, String layer) {
    super(graph, name, index, dataType);
    this.layer = layer;
  }

  private RecurrentCellLayer layer() {
    return (RecurrentCellLayer) graph.getLayer(layer);
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    shape = inputs[0].shape();
    return workspaces.dup(ArrayType.ACTIVATIONS, layer().lastMemory(), 'c'); // [b, u]
  }

  /** The gradient goes straight to the layer, whose backward pass comes after this one. */
  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
    layer().addMemoryGradient(new CellState(epsilon, epsilon).detached().memory());
    INDArray none = // [t, b, u], zeros
        workspaces.create(
            ArrayType.ACTIVATION_GRAD,
            epsilon.dataType(),
            new long[] {shape[2], shape[0], shape[1]},
            'c');
    return new Pair<>(null, new INDArray[] {TimeMajor.sequences(none)});
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    return new Pair<>(null, state);
  }
}
