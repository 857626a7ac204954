package org.unroll.core.layer.image;

import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.OwnLayer;
import org.unroll.core.layer.RowTypes;

/**
 * A convolution over time with an activation function, {@code [b, n, t]} to {@code [b, filters,
 * t]}: masked steps are read as zeros, and give zeros. The parameters are {@code W} {@code [kernel,
 * n, filters]} and {@code b} {@code [1, filters]}.
 */
public final class TimeConvolution extends OwnLayer {
  private static final long serialVersionUID = 1;

  @JsonProperty private int kernel;
  @JsonProperty private int dilation;
  @JsonProperty private boolean causal;

  /** For reading a saved graph. */
  public TimeConvolution() {}

  private TimeConvolution(Builder builder) {
    super(builder);
    this.kernel = builder.kernel;
    this.dilation = builder.dilation;
    this.causal = builder.causal;
  }

  /** Steps that a filter reads. */
  int kernel() {
    return kernel;
  }

  /** Which step the tap reads for step 0, from below 0 to above. */
  int offset(int tap) {
    int reach = (kernel - 1) * dilation;
    return tap * dilation - (causal ? reach : reach / 2);
  }

  @Override
  protected Layer atWork(NeuralNetConfiguration configuration, DataType dataType) {
    return new TimeConvolutionLayer(configuration, dataType);
  }

  @Override
  public ParamInitializer initializer() {
    return new TimeConvolutionParameters();
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
    return other instanceof TimeConvolution that
        && super.equals(other)
        && kernel == that.kernel
        && dilation == that.dilation
        && causal == that.causal;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), kernel, dilation, causal);
  }

  /** Puts a {@link TimeConvolution} together: {@code nIn} numbers a step, {@code nOut} filters. */
  @SuppressWarnings("unchecked") // DL4J's build() lets the caller choose the type
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private final int kernel;
    private int dilation = 1;
    private boolean causal;

    /**
     * @param kernel steps that a filter reads
     */
    public Builder(int kernel, IActivation activation) {
      this.kernel = kernel;
      activation(activation);
    }

    /** From one step that a filter reads to the next, default 1. */
    public Builder dilation(int steps) {
      this.dilation = steps;
      return this;
    }

    /**
     * Whether a filter ends at its step; by default the step is in the middle (of an even number
     * the one before the middle).
     */
    public Builder causal(boolean is) {
      this.causal = is;
      return this;
    }

    @Override
    public TimeConvolution build() {
      return new TimeConvolution(this);
    }
  }
}
