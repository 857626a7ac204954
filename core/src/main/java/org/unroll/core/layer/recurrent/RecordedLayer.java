package org.unroll.core.layer.recurrent;

import org.unroll.core.layer.cell.CellRecorder;

/** A {@link RecurrentCell} at work that can tell what its cell does at each step. */
public interface RecordedLayer {
  /** From now on a slower engine runs it, which tells that. To be called on the graph's thread. */
  void record(CellRecorder recorder);
}
