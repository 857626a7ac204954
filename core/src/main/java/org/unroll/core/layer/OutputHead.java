package org.unroll.core.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A linear map and a loss, per example {@code [b, n]} to {@code [b, m]} or per step {@code [b, n,
 * t]} to {@code [b, m, t]}: the configuration as DL4J saves it. DL4J's own output layers turn a
 * sequence around in memory four times a step, and compute the loss apart from its gradient; this
 * one takes all steps as rows where they lie.
 */
public final class OutputHead extends BaseOutputLayer {
  private static final long serialVersionUID = 1;

  /** For reading a saved graph. */
  public OutputHead() {}

  private OutputHead(Builder builder) {
    super(builder);
    initializeConstraints(builder);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    LayerValidation.assertNInNOutSet("OutputHead", getLayerName(), index, getNIn(), getNOut());
    return new LayerStart(listeners, index, parameters, initialise)
        .give(new OutputHeadLayer(configuration, dataType), configuration, initializer());
  }

  @Override
  public ParamInitializer initializer() {
    return DefaultParamInitializer.getInstance();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input instanceof InputType.InputTypeRecurrent steps
        ? InputType.recurrent(getNOut(), steps.getTimeSeriesLength(), RNNFormat.NCW)
        : InputType.feedForward(getNOut());
  }

  /** None: it reads vectors and sequences alike. */
  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null; // what DL4J wants to hear
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    if (nIn <= 0 || override) {
      this.nIn =
          input instanceof InputType.InputTypeRecurrent steps
              ? steps.getSize()
              : input.arrayElementsPerExample();
    }
  }

  /** Puts an {@link OutputHead} together. Sizes and activation are DL4J's own settings. */
  @SuppressWarnings("unchecked") // DL4J's build() lets the caller choose the type
  public static final class Builder extends BaseOutputLayer.Builder<Builder> {
    /**
     * @param loss whose labels are {@code [b, k]} or {@code [b, k, t]}, with k as it wants
     */
    public Builder(ILossFunction loss) {
      super(loss);
    }

    @Override
    public OutputHead build() {
      return new OutputHead(this);
    }
  }
}
