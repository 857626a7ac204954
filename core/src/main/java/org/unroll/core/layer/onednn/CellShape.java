package org.unroll.core.layer.onednn;

import org.unroll.core.layer.cell.CellInput;
import org.unroll.core.layer.cell.CellWeights;

/**
 * What a oneDNN primitive is made for.
 *
 * @param training whether it keeps what a backward pass needs
 */
record CellShape(int time, int batch, int inputs, int units, boolean training) {
  static CellShape of(CellWeights weights, CellInput input, boolean training) {
    return new CellShape(input.time(), input.batch(), weights.inputs(), weights.units(), training);
  }
}
