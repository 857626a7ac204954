package org.unroll.core.train;

import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Runs one training step; the only place that knows where (here, later a cluster). */
public interface Engine {
  /**
   * One forward and backward pass and one update.
   *
   * @return the mean loss over the batch's examples, or over its unmasked steps where there is a
   *     label per step, without what regularisation adds
   * @throws Diverged if the loss or its gradient is not finite; the weights are as before
   */
  double step(MultiDataSet batch);

  /** Sets the learning rate of the following steps. */
  void learningRate(double rate);
}
