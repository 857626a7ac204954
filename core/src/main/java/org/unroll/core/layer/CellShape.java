package org.unroll.core.layer;

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
