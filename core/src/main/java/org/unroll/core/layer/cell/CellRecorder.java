package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Told what a {@link RecordingEngine} does at each step, for those who look inside a net. All
 * arrays are lent: they hold these numbers during the call alone. Steps count from 0; what a masked
 * step tells means nothing but for its gradient, which is 0.
 */
public interface CellRecorder {
  /** Before the steps of a forward pass. */
  void begin(CellInput input);

  /**
   * @param gates {@code [b, gates * u]}, activated, in the order of {@link CellType}
   * @param state after the step
   */
  void step(int step, INDArray gates, CellState state);

  /**
   * The gradient of the loss by the state that a step hands on, as the next one and the layers
   * above read it.
   */
  void gradient(int step, CellState gradient);

  /**
   * The part of that gradient which comes from the state after each example's last unmasked step
   * through the recurrence alone: as if the layers above read nothing else.
   */
  void gradientOfLast(int step, CellState gradient);
}
