package org.unroll.core.layer;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.DropoutLayer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link StepDropout} at work. Owned by the graph's thread. */
final class StepDropoutLayer extends DropoutLayer {
  private static final long serialVersionUID = 1;

  StepDropoutLayer(NeuralNetConfiguration configuration, DataType dataType) {
    super(configuration, dataType);
  }

  /** DL4J lets it overwrite what it reads; listeners would see the dropped values of another. */
  @Override
  public void allowInputModification(boolean allow) {
    super.allowInputModification(false);
  }

  /** Hands the mask on without keeping it: padding need not be zeroed here. */
  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int batch) {
    return new Pair<>(mask, state);
  }
}
