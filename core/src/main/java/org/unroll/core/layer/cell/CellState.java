package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a cell hands from one step to the next, or the gradient of that.
 *
 * @param hidden {@code [b, u]} in C order, also the output of the step
 * @param memory {@code [b, u]} in C order, the c of an lstm; zeros in other cells
 */
public record CellState(INDArray hidden, INDArray memory) {

  /** Zeros outside of any workspace. */
  @SuppressWarnings("try") // the scope is closed, not read
  public static CellState zeros(DataType type, long batch, long units) {
    try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      return new CellState(Nd4j.zeros(type, batch, units), Nd4j.zeros(type, batch, units));
    }
  }

  /** A copy outside of any workspace. */
  @SuppressWarnings("try")
  public CellState detached() {
    try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      return new CellState(hidden.dup('c'), memory.dup('c'));
    }
  }
}
