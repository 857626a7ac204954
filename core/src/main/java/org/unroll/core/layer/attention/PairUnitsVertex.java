package org.unroll.core.layer.attention;

import java.util.Optional;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.StepMask;
import org.unroll.core.layer.array.TimeMajor;

/** {@link PairUnits} at work. Owned by the graph's thread. */
final class PairUnitsVertex extends AttentionVertex {
  private static final long serialVersionUID = 1;

  private transient INDArray units; // [tq * tk * b, n], of the last forward pass

  PairUnitsVertex(VertexPlace place) {
    super(place);
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    if (!isTraining() && Floats.areIn(inputs[0])) {
      return answered(workspaces);
    }
    INDArray queries = steps(inputs[0], workspaces); // [tq, b, n]
    INDArray keys = steps(inputs[1], workspaces); // [tk, b, n]
    long[] shape = {queries.size(0), keys.size(0), queries.size(1), queries.size(2)};
    INDArray pairs = // [tq, tk, b, n]
        workspaces.createUninitialized(ArrayType.ACTIVATIONS, queries.dataType(), shape, 'c');
    if (Floats.areIn(pairs)) {
      // tanh(x) = 2 s(2x) - 1: half the time of ND4J's own, which calls the library's tanh
      PairPasses.doubledSums(queries, keys, pairs);
      Transforms.sigmoid(pairs, false);
      PairPasses.toTanh(pairs);
    } else {
      INDArray asking = queries.reshape('c', shape[0], 1, shape[2], shape[3]);
      INDArray asked = keys.reshape('c', 1, shape[1], shape[2], shape[3]);
      Nd4j.exec(new AddOp(asking, asked, pairs));
      Transforms.tanh(pairs, false);
    }
    units = pairs.reshape('c', shape[0] * shape[1] * shape[2], shape[3]);
    return units;
  }

  private INDArray answered(LayerWorkspaceMgr workspaces) {
    ReadSteps queries = ReadSteps.of(inputs[0], workspaces);
    ReadSteps keys = ReadSteps.of(inputs[1], workspaces);
    int rows = queries.steps() * keys.steps() * keys.examples();
    INDArray pairs = // [tq tk b, n]
        TimeMajor.create(
            workspaces, ArrayType.ACTIVATIONS, inputs[0].dataType(), rows, queries.size());
    AttentionPasses.tanhOfSums(queries, keys, keyMask(keys), pairs);
    return pairs;
  }

  /** Of what weighs these pairs, once they are scored. */
  private StepMask keyMask(ReadSteps keys) {
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex instanceof AttentionWeightsVertex weights && reads(weights)) {
        return weights.keyMask(keys.examples(), keys.steps());
      }
    }
    return StepMask.full(keys.examples(), keys.steps());
  }

  private boolean reads(AttentionWeightsVertex weights) {
    int scores = weights.getInputVertices()[0].getVertexIndex();
    VertexIndices[] scored = graph.getVertices()[scores].getInputVertices();
    return scored != null && scored[0].getVertexIndex() == getVertexIndex();
  }

  private static INDArray steps(INDArray sequences, LayerWorkspaceMgr workspaces) {
    return TimeMajor.steps(workspaces, ArrayType.FF_WORKING_MEM, sequences);
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray queries = gradient(inputs[0], workspaces); // [tq, b, n]
    INDArray keys = gradient(inputs[1], workspaces); // [tk, b, n]
    INDArray above = TimeMajor.rows(workspaces, ArrayType.BP_WORKING_MEM, epsilon); // as the units
    if (Floats.areIn(units)) {
      PairPasses.gradients(units, above, queries, keys);
    } else {
      INDArray slopes = units.mul(units).rsubi(1).muli(above); // [tq * tk * b, n]
      INDArray pairs =
          slopes.reshape('c', queries.size(0), keys.size(0), keys.size(1), keys.size(2));
      queries.assign(pairs.sum(1));
      keys.assign(pairs.sum(0));
    }
    return new INDArray[] {TimeMajor.sequences(queries), TimeMajor.sequences(keys)};
  }

  /** Of an input {@code [b, n, t]}, to be written, {@code [t, b, n]}. */
  private static INDArray gradient(INDArray input, LayerWorkspaceMgr workspaces) {
    long[] shape = {input.size(2), input.size(0), input.size(1)};
    return TimeMajor.create(workspaces, ArrayType.ACTIVATION_GRAD, input.dataType(), shape);
  }

  /** Pairs are no steps. */
  @Override
  protected Optional<INDArray> outputMask(INDArray[] masks) {
    return Optional.empty();
  }
}
