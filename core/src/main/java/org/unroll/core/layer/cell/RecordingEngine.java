package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link PlainEngine} that tells what happens at each step; slower, with the same results. */
public final class RecordingEngine implements RecurrentEngine {
  private final PlainCell cell;
  private final CellRecorder recorder;

  public RecordingEngine(CellType type, CellRecorder recorder) {
    this.cell = PlainCell.of(type);
    this.recorder = recorder;
  }

  @Override
  public CellPass forward(CellWeights weights, CellInput input, INDArray output, Use use) {
    return new RecordedPass(cell, weights, input, recorder).read(output);
  }

  @Override
  public void release() {}
}
