package org.unroll.core.layer.head;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.unroll.core.layer.LayerStart;
import org.unroll.core.layer.Stepwise;

/**
 * A loss a step of what comes in, {@code [b, n, t]}, which is also the output. DL4J's own takes the
 * mask of the features for one of the labels, and fails on it.
 */
public final class StepLoss extends RnnLossLayer implements Stepwise {
  private static final long serialVersionUID = 1;

  /** For reading a saved graph. */
  public StepLoss() {}

  public StepLoss(ILossFunction loss) {
    setLossFn(loss);
    setActivationFn(new ActivationIdentity());
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
        .give(new StepLossLayer(configuration, dataType), configuration, initializer());
  }
}
