package org.unroll.core.layer.head;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;

/** {@link MonotoneLevels} at work. Owned by the graph's thread. */
final class MonotoneLevelsVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  private final int levels;
  private final int free;

  MonotoneLevelsVertex(VertexPlace place, int levels, int free) {
    super(place);
    this.levels = levels;
    this.free = free;
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray ordered = // [b, targets * levels, t] or without t
        workspaces.dup(ArrayType.ACTIVATIONS, inputs[0], 'c');
    LevelAxis axis = new LevelAxis(ordered, levels);
    for (int above = free + 1; above < levels; above++) {
      INDArray level = axis.level(above); // [b, targets, t]
      level.assign(softplus(level).addi(axis.level(above - 1)));
    }
    for (int below = free - 1; below >= 0; below--) {
      INDArray level = axis.level(below);
      level.assign(softplus(level).rsubi(axis.level(below + 1)));
    }
    return ordered;
  }

  /** log(1 + e^x) = max(x, 0) + log(1 + e^-|x|), which cannot overflow. */
  private static INDArray softplus(INDArray x) {
    INDArray small = Transforms.exp(Transforms.abs(x, true).negi(), false).addi(1);
    return Transforms.log(small, false).addi(Transforms.max(x, 0, true));
  }

  /** A level moves all that lie further out. */
  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray gradient = workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c');
    INDArray raw = inputs[0].dup('c');
    LevelAxis entering = new LevelAxis(gradient, levels);
    LevelAxis numbers = new LevelAxis(raw, levels);
    for (int above = levels - 1; above > free; above--) {
      entering.level(above - 1).addi(entering.level(above));
      entering.level(above).muli(Transforms.sigmoid(numbers.level(above), true));
    }
    for (int below = 0; below < free; below++) {
      entering.level(below + 1).addi(entering.level(below));
      entering.level(below).muli(Transforms.sigmoid(numbers.level(below), true)).negi();
    }
    return new INDArray[] {gradient};
  }
}
