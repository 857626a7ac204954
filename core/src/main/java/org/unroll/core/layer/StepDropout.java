package org.unroll.core.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dropout as a node, for vectors and sequences. DL4J's DropoutLayer multiplies a sequence with its
 * mask as if it were a matrix, and fails.
 */
public final class StepDropout extends DropoutLayer implements Stepwise {
  private static final long serialVersionUID = 1;

  /** For reading a saved graph. */
  public StepDropout() {}

  /**
   * @param dropped share of the values that is dropped while training, from 0 to less than 1; the
   *     others are divided by 1 - dropped
   */
  public StepDropout(double dropped) {
    super(1 - dropped); // DL4J takes the share that is kept
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
        .give(new StepDropoutLayer(configuration, dataType), configuration, initializer());
  }
}
