package org.unroll.core.layer.sequence;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.LayerStart;

/**
 * From a sequence {@code [b, n, t]} to a vector {@code [b, n]}, the largest or the mean value.
 * DL4J's own tells the next layer that it gives a sequence, which then gets a preprocessor too
 * many; dropout between the two fails.
 */
public final class TimePooling extends GlobalPoolingLayer {
  private static final long serialVersionUID = 1;

  /** For reading a saved graph. */
  public TimePooling() {}

  public TimePooling(PoolingType type) {
    super(type);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    return new LayerStart(listeners, index, parameters, initialise)
        .give(new TimePoolingLayer(configuration, dataType), configuration, initializer());
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType input) {
    return InputType.feedForward(((InputType.InputTypeRecurrent) input).getSize());
  }
}
