package org.unroll.core.layer.sequence;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ParameterlessVertex;
import org.unroll.core.layer.array.TimeMajor;

/** What the two kinds of {@link Join} share. Owned by the graph's thread. */
@SuppressWarnings("overrides") // DL4J declares setInputs once with and once without dots
abstract class JoinVertex extends ParameterlessVertex {
  private static final long serialVersionUID = 1;

  JoinVertex(ComputationGraph graph, String name, int index, DataType dataType) {
    super(graph, name, index, dataType);
  }

  /** The inputs as dense matrices {@code [r, n]}. */
  INDArray[] inputRows(LayerWorkspaceMgr workspaces) {
    INDArray[] rows = new INDArray[inputs.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = TimeMajor.rows(workspaces, ArrayType.FF_WORKING_MEM, inputs[i]);
    }
    return rows;
  }

  /** The masks of sequences that are joined are alike. */
  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int batch) {
    if (masks != null) {
      for (INDArray mask : masks) {
        if (mask != null) {
          return new Pair<>(mask, state);
        }
      }
    }
    return new Pair<>(null, state);
  }
}
