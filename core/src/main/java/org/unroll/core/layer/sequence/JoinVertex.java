package org.unroll.core.layer.sequence;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.VertexPlace;
import org.unroll.core.layer.array.TimeMajor;

/** What the two kinds of {@link Join} share. Owned by the graph's thread. */
abstract class JoinVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  JoinVertex(VertexPlace place) {
    super(place);
  }

  /** The inputs as dense matrices {@code [r, n]}. */
  INDArray[] inputRows(LayerWorkspaceMgr workspaces) {
    INDArray[] rows = new INDArray[inputs.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, inputs[i]);
    }
    return rows;
  }

  /** Of an input as a matrix. */
  static long columns(INDArray input) {
    return input.rank() == 3 ? input.size(1) : input.length() / input.size(0);
  }

  /** The masks of sequences that are joined are alike. */
  @Override
  protected Optional<INDArray> outputMask(INDArray[] masks) {
    return Stream.of(masks).filter(Objects::nonNull).findFirst();
  }
}
