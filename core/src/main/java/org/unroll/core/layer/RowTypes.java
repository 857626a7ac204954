package org.unroll.core.layer;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;

/**
 * DL4J's types of what a layer reads and gives that takes vectors, sequences and pictures alike.
 */
public final class RowTypes {
  private RowTypes() {}

  /** Of so many numbers an example or step; of pictures the number of channels follows from it. */
  public static InputType output(InputType input, long size) {
    if (input instanceof InputType.InputTypeConvolutional picture) {
      long channels = size / (picture.getHeight() * picture.getWidth());
      return InputType.convolutional(picture.getHeight(), picture.getWidth(), channels);
    }
    return input instanceof InputType.InputTypeRecurrent steps
        ? InputType.recurrent(size, steps.getTimeSeriesLength(), RNNFormat.NCW)
        : InputType.feedForward(size);
  }

  /** Numbers of an example, or of a step. */
  public static long size(InputType input) {
    return input instanceof InputType.InputTypeRecurrent steps
        ? steps.getSize()
        : input.arrayElementsPerExample();
  }
}
