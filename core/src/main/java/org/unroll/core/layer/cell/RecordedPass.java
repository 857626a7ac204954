package org.unroll.core.layer.cell;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A pass of the {@link RecordingEngine}. It runs forward again before each backward pass. */
final class RecordedPass implements CellPass {
  private final PlainCell cell;
  private final CellWeights weights;
  private final CellInput input;
  private final CellRecorder recorder;
  private final PlainTape read;

  RecordedPass(PlainCell cell, CellWeights weights, CellInput input, CellRecorder recorder) {
    this.cell = cell;
    this.weights = weights;
    this.input = input;
    this.recorder = recorder;
    this.read = tape(new MatrixMaps(weights, Optional.empty()));
  }

  private PlainTape tape(GateMaps maps) {
    return new PlainTape(cell, maps, input);
  }

  RecordedPass read(INDArray output) {
    read.read(output);
    recorder.begin(input);
    read.play(recorder);
    return this;
  }

  @Override
  public CellState last() {
    return read.last();
  }

  /** What the first of both leaves behind the second overwrites. */
  @Override
  public CellState backward(INDArray output, CellState last, CellWeights gradients, INDArray in) {
    GateMaps maps = new MatrixMaps(weights, Optional.of(gradients));
    PlainTape alone = tape(maps);
    alone.backward(maps, ofLast(output), last, in, recorder::gradientOfLast);
    return tape(maps).backward(maps, output, last, in, recorder::gradient);
  }

  /** 0 but at each example's last unmasked step. */
  private INDArray ofLast(INDArray output) {
    INDArray alone = output.ulike().assign(0); // [t, b, u]
    for (int example = 0; example < input.batch(); example++) {
      int step = input.mask().lastStep(example);
      alone.slice(step).slice(example).assign(output.slice(step).slice(example));
    }
    return alone;
  }
}
