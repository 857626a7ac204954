package org.unroll.core.layer.sequence;

import java.nio.FloatBuffer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/** {@link Join} one after the other, at work. Owned by the graph's thread. */
final class ConcatVertex extends JoinVertex {
  private static final long serialVersionUID = 1;

  ConcatVertex(VertexPlace place) {
    super(place);
  }

  @Override
  protected INDArray forward(LayerWorkspaceMgr workspaces) {
    INDArray[] parts = inputRows(workspaces); // [r, n] each
    long size = 0;
    for (INDArray part : parts) {
      size += part.size(1);
    }
    INDArray all = // [r, size]
        TimeMajor.create(workspaces, ArrayType.ACTIVATIONS, dataType, parts[0].size(0), size);
    long from = 0;
    for (INDArray part : parts) {
      copy(part, 0, all, from, part.size(1));
      from += part.size(1);
    }
    return TimeMajor.like(inputs[0], all);
  }

  @Override
  protected INDArray[] backward(LayerWorkspaceMgr workspaces) {
    INDArray rows = TimeMajor.rows(workspaces, ArrayType.BP_WORKING_MEM, epsilon); // [r, size]
    INDArray[] gradients = new INDArray[inputs.length];
    long from = 0;
    for (int i = 0; i < gradients.length; i++) {
      long size = columns(inputs[i]);
      INDArray part = // [r, n]
          TimeMajor.create(workspaces, ArrayType.ACTIVATION_GRAD, dataType, rows.size(0), size);
      copy(rows, from, part, 0, size);
      gradients[i] = TimeMajor.like(epsilon, part);
      from += size;
    }
    return gradients;
  }

  /** Copies some columns of a dense matrix to columns of another. */
  private static void copy(INDArray source, long from, INDArray target, long to, long columns) {
    if (!Floats.areIn(source) || !Floats.areIn(target)) {
      target
          .get(NDArrayIndex.all(), range(to, columns))
          .assign(source.get(NDArrayIndex.all(), range(from, columns)));
      return;
    }
    FloatBuffer read = Floats.of(source);
    FloatBuffer write = Floats.of(target);
    float[] row = new float[(int) columns];
    for (int r = 0; r < source.size(0); r++) {
      read.get((int) (r * source.size(1) + from), row);
      write.put((int) (r * target.size(1) + to), row);
    }
  }

  private static INDArrayIndex range(long from, long count) {
    return NDArrayIndex.interval(from, from + count);
  }
}
