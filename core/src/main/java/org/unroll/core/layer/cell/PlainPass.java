package org.unroll.core.layer.cell;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A pass of the {@link PlainEngine}. The backward pass runs forward again, as DL4J's own LSTM does:
 * the workspace with the first run's arrays is closed by then.
 */
final class PlainPass implements CellPass {
  private final PlainCell cell;
  private final CellWeights weights;
  private final CellInput input;
  private final CellState last;

  PlainPass(PlainCell cell, CellWeights weights, CellInput input, INDArray output) {
    this.cell = cell;
    this.weights = weights;
    this.input = input;
    PlainTape tape = new PlainTape(cell, new MatrixMaps(weights, Optional.empty()), input);
    tape.read(output);
    this.last = tape.last();
  }

  @Override
  public CellState last() {
    return last;
  }

  @Override
  public CellState backward(INDArray output, CellState last, CellWeights gradients, INDArray in) {
    GateMaps maps = new MatrixMaps(weights, Optional.of(gradients));
    return new PlainTape(cell, maps, input).backward(maps, output, last, in);
  }
}
