package org.unroll.core.layer;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link PairUnits} at work. Owned by the graph's thread. */
@SuppressWarnings("overrides") // DL4J declares setInputs once with and once without dots
final class PairUnitsVertex extends AttentionVertex {
  private static final long serialVersionUID = 1;

  private transient INDArray units; // [tq * tk * b, n], of the last forward pass

  PairUnitsVertex(ComputationGraph graph, String name, int index, DataType dataType) {
    super(graph, name, index, dataType);
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray queries = inputs[0].permute(2, 0, 1); // [tq, b, n]
    INDArray keys = inputs[1].permute(2, 0, 1); // [tk, b, n]
    long[] shape = {queries.size(0), keys.size(0), queries.size(1), queries.size(2)};
    INDArray pairs = // [tq, tk, b, n]
        workspaces.createUninitialized(ArrayType.ACTIVATIONS, queries.dataType(), shape, 'c');
    INDArray asking = queries.dup('c').reshape('c', shape[0], 1, shape[2], shape[3]);
    INDArray asked = keys.dup('c').reshape('c', 1, shape[1], shape[2], shape[3]);
    Nd4j.exec(new AddOp(asking, asked, pairs));
    tanh(pairs);
    units = pairs.reshape('c', shape[0] * shape[1] * shape[2], shape[3]);
    return units;
  }

  /** In place, as 2 s(2x) - 1: half the time of ND4J's own, which calls the library's tanh. */
  private static void tanh(INDArray values) {
    Transforms.sigmoid(values.muli(2), false).muli(2).subi(1);
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
    long batch = inputs[0].size(0);
    long size = inputs[0].size(1);
    INDArray slopes = units.mul(units).rsubi(1).muli(epsilon); // [tq * tk * b, n]
    INDArray pairs = slopes.reshape('c', inputs[0].size(2), inputs[1].size(2), batch, size);
    INDArray queries = // [tq, b, n]
        workspaces.dup(ArrayType.ACTIVATION_GRAD, pairs.sum(1), 'c');
    INDArray keys = workspaces.dup(ArrayType.ACTIVATION_GRAD, pairs.sum(0), 'c'); // [tk, b, n]
    return new Pair<>(
        null, new INDArray[] {TimeMajor.sequences(queries), TimeMajor.sequences(keys)});
  }

  /** Pairs are no steps. */
  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    return new Pair<>(null, state);
  }
}
