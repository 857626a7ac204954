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
import org.unroll.core.layer.Stepwise;

/**
 * A convolution with an activation function: pictures {@code [b, c, h, w]} to {@code [b, filters,
 * h', w']}, or each frame {@code [b, c h w, t]} to {@code [b, filters h' w', t]}, 0 where masked:
 * the configuration as DL4J saves it. The parameters are {@code W} {@code [down, across, c /
 * groups, filters]} and {@code b} {@code [1, filters]}. DL4J's own layer multiplies matrices, which
 * takes ten times as long as ND4J's {@code conv2d}.
 */
public final class Convolution extends OwnLayer implements Stepwise {
  private static final long serialVersionUID = 1;

  @JsonProperty private PictureSize size;
  @JsonProperty private Window window;
  @JsonProperty private int groups;
  @JsonProperty private boolean bias;

  /** For reading a saved graph. */
  public Convolution() {}

  private Convolution(Builder builder) {
    super(builder);
    this.size = builder.size;
    this.window = builder.window;
    this.groups = builder.groups;
    this.bias = builder.bias;
  }

  ConvolutionShape shape() {
    return new ConvolutionShape(size, window, (int) getNOut(), groups);
  }

  /** How a filter passes over the picture. */
  public Window window() {
    return window;
  }

  /** Parts of the channels, each read by its share of the filters. */
  public int groups() {
    return groups;
  }

  /** Whether there is a {@code b}. */
  public boolean hasBias() {
    return bias;
  }

  @Override
  protected Layer atWork(NeuralNetConfiguration configuration, DataType dataType) {
    return new ConvolutionLayer(configuration, dataType);
  }

  @Override
  public ParamInitializer initializer() {
    return new ConvolutionParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return shape().outputSize().like(input);
  }

  /** The number of channels was told. */
  @Override
  public void setNIn(InputType input, boolean override) {}

  @Override
  public boolean equals(Object other) {
    return other instanceof Convolution that
        && super.equals(other)
        && size.equals(that.size)
        && window.equals(that.window)
        && groups == that.groups
        && bias == that.bias;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), size, window, groups, bias);
  }

  /** Puts a {@link Convolution} together: {@code nOut} filters. */
  @SuppressWarnings("unchecked") // DL4J's build() lets the caller choose the type
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private final PictureSize size;
    private final Window window;
    private int groups = 1;
    private boolean bias = true;

    /**
     * @param size what is read
     */
    public Builder(PictureSize size, Window window, IActivation activation) {
      this.size = size;
      this.window = window;
      nIn(size.channels());
      activation(activation);
    }

    /** Default 1; both channels and filters are multiples of it. */
    public Builder groups(int number) {
      this.groups = number;
      return this;
    }

    /** Default true. */
    public Builder bias(boolean has) {
      this.bias = has;
      return this;
    }

    @Override
    public Convolution build() {
      return new Convolution(this);
    }
  }
}
