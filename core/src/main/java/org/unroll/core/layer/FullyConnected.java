package org.unroll.core.layer;

import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * {@code f(x W + b)} per example, {@code [b, n]} to {@code [b, m]}, or per step, {@code [b, n, t]}
 * to {@code [b, m, t]}, 0 where masked: the configuration as DL4J saves it. DL4J's own layer turns
 * a sequence around in memory four times a step, and leaves rows that vertices take for examples.
 */
public final class FullyConnected extends OwnLayer implements Stepwise {
  private static final long serialVersionUID = 1;

  @JsonProperty private boolean bias = true;

  /** For reading a saved graph. */
  public FullyConnected() {}

  private FullyConnected(Builder builder) {
    super(builder);
    this.bias = builder.bias;
  }

  /** Whether there is a {@code b}. */
  public boolean hasBias() {
    return bias;
  }

  @Override
  protected Layer atWork(NeuralNetConfiguration configuration, DataType dataType) {
    return new FullyConnectedLayer(configuration, dataType);
  }

  @Override
  public ParamInitializer initializer() {
    return new FullyConnectedParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return RowTypes.output(input, getNOut());
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    if (nIn <= 0 || override) {
      this.nIn = RowTypes.size(input);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FullyConnected that && super.equals(other) && bias == that.bias;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), bias);
  }

  /** Puts a {@link FullyConnected} together. Sizes and weight starts are DL4J's own settings. */
  @SuppressWarnings("unchecked") // DL4J's build() lets the caller choose the type
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private boolean bias = true;

    /**
     * @param activation the f
     */
    public Builder(IActivation activation) {
      activation(activation);
    }

    /** Default true. */
    public Builder bias(boolean has) {
      this.bias = has;
      return this;
    }

    @Override
    public FullyConnected build() {
      return new FullyConnected(this);
    }
  }
}
