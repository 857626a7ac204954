package org.unroll.core.layer;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The rows {@code [b * t, n]} that DL4J's dense layer makes of a sequence, back to {@code [b, n,
 * t]}. DL4J's own refuses the mask {@code [1, 1]} of one example of one step.
 */
public final class RowsToSteps extends FeedForwardToRnnPreProcessor {
  private static final long serialVersionUID = 1;

  public RowsToSteps() {
    super(RNNFormat.NCW);
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int batch) {
    if (mask != null && mask.length() == 1) {
      return new Pair<>(mask.reshape(1, 1), state);
    }
    return super.feedForwardMaskArray(mask, state, batch);
  }

  @Override
  public RowsToSteps clone() {
    return new RowsToSteps();
  }
}
