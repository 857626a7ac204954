package org.unroll.core.layer;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;

/**
 * From a sequence {@code [b, n, t]} to a vector {@code [b, n]}. DL4J's own tells the next layer
 * that it gives a sequence, which then gets a preprocessor too many; dropout between the two fails.
 */
public final class TimePooling extends GlobalPoolingLayer {
  private static final long serialVersionUID = 1;

  /** For reading a saved graph. */
  public TimePooling() {}

  public TimePooling(PoolingType type) {
    super(type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType input) {
    return InputType.feedForward(((InputType.InputTypeRecurrent) input).getSize());
  }
}
