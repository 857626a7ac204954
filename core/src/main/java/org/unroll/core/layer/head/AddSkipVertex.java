package org.unroll.core.layer.head;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.StepReader;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.TimeMajor;

/** {@link AddSkip} at work. Owned by the graph's thread. */
final class AddSkipVertex extends ParameterlessVertex implements StepReader {
  private static final long serialVersionUID = 1;

  private final int targets;
  private final int levels;
  private final int level;
  private final double weight;
  private long[] skipShape = {};

  AddSkipVertex(VertexPlace place, AddSkip configuration) {
    super(place);
    this.targets = configuration.targets();
    this.levels = configuration.levels();
    this.level = configuration.level();
    this.weight = configuration.weight();
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray sum = // [b, targets * levels, t] or without t
        workspaces.dup(ArrayType.ACTIVATIONS, inputs[0], 'c');
    INDArray skip = inputs[1];
    skipShape = skip.shape();
    LevelAxis axis = new LevelAxis(sum, levels);
    INDArray added = axis.level(level); // [b, targets, t]
    if (weight == 0) {
      added.addi(used(skip, axis.time()));
    } else if (!isTraining()) {
      added.muli(1 - weight).addi(used(skip, axis.time()).mul(weight));
    }
    return sum;
  }

  /** The first steps of a skip path, {@code [b, targets, t]}; a view if it is in C order. */
  private INDArray used(INDArray skip, long time) {
    return steps(skip).get(all(), all(), interval(0, time));
  }

  /** All of it, {@code [b, targets, steps]}. */
  private INDArray steps(INDArray skip) {
    INDArray dense = TimeMajor.isDense(skip) ? skip : skip.dup('c');
    return dense.reshape('c', skip.size(0), targets, skip.length() / (skip.size(0) * targets));
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray raw = workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c'); // as inputs[0]
    INDArray skip = // as inputs[1], zeros
        workspaces.create(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), skipShape, 'c');
    LevelAxis axis = new LevelAxis(raw, levels);
    if (weight == 0) {
      used(skip, axis.time()).assign(axis.level(level));
    }
    return new INDArray[] {raw, skip};
  }

  /** Of a flat skip path {@code [b, targets * steps]} that step's {@code [b, targets, 1]}. */
  @Override
  public INDArray atStep(int input, INDArray whole, int step) {
    INDArray steps = input == 0 || whole.rank() == 3 ? whole : steps(whole);
    return steps.get(all(), all(), interval(step, step + 1));
  }
}
