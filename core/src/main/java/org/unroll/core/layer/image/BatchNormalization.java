package org.unroll.core.layer.image;

import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.Frozen;
import org.unroll.core.layer.OwnLayer;
import org.unroll.core.layer.Stepwise;

/**
 * Brings each channel to mean 0 and variance 1 over all pictures or unmasked frames of a batch, or
 * each number of vectors and of unmasked steps; then scale, shift and an activation function (Ioffe
 * &amp; Szegedy 2015). Outside of training with running statistics. DL4J's own takes no sequences,
 * and its masks do not count.
 *
 * <p>The parameters are {@code gamma}, {@code beta}, {@code mean} and {@code var}, {@code [1, c]}
 * each; the last two are the running statistics, which no updater changes.
 */
public final class BatchNormalization extends OwnLayer implements Stepwise {
  private static final long serialVersionUID = 1;

  @JsonProperty private PictureSize size;
  @JsonProperty private double momentum;
  @JsonProperty private boolean fixed;
  @JsonProperty private double epsilon = ChannelScale.EPSILON;

  /** For reading a saved graph. */
  public BatchNormalization() {}

  private BatchNormalization(Builder builder) {
    super(builder);
    this.size = builder.size;
    this.momentum = builder.momentum;
    this.fixed = builder.fixed;
    this.epsilon = builder.epsilon;
  }

  /** What is read, and given; a vector is a picture of one place. */
  PictureSize size() {
    return size;
  }

  /** Share of the running statistics that a step keeps. */
  public double momentum() {
    return momentum;
  }

  /** What is added to a variance before its root is taken. */
  public double epsilon() {
    return epsilon;
  }

  /** Whether the running statistics hold in training too. */
  boolean isFixed() {
    return fixed;
  }

  /** Lets a layer that was fixed normalise by the batch in training, from now on. */
  public void free() {
    this.fixed = false;
  }

  @Override
  protected Layer atWork(NeuralNetConfiguration configuration, DataType dataType) {
    return new BatchNormalizationLayer(configuration, dataType);
  }

  @Override
  public ParamInitializer initializer() {
    return new BatchNormalizationParameters();
  }

  @Override
  public IUpdater getUpdaterByParam(String name) {
    return BatchNormalizationParameters.isStatistic(name)
        ? new Frozen()
        : super.getUpdaterByParam(name);
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input;
  }

  /** The number of channels was told. */
  @Override
  public void setNIn(InputType input, boolean override) {}

  @Override
  public boolean equals(Object other) {
    return other instanceof BatchNormalization that
        && super.equals(other)
        && size.equals(that.size)
        && momentum == that.momentum
        && fixed == that.fixed
        && epsilon == that.epsilon;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), size, momentum, fixed, epsilon);
  }

  /** Puts a {@link BatchNormalization} together. */
  @SuppressWarnings("unchecked") // DL4J's build() lets the caller choose the type
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private final PictureSize size;
    private final double momentum;
    private boolean fixed;
    private double epsilon = ChannelScale.EPSILON;

    /**
     * @param size what is read; of vectors height and width are 1
     * @param momentum share of the running statistics that a step keeps
     */
    public Builder(PictureSize size, double momentum, IActivation activation) {
      this.size = size;
      this.momentum = momentum;
      nIn(size.channels());
      nOut(size.channels());
      activation(activation);
    }

    /** Uses the running statistics in training too, and leaves them; default false. */
    public Builder fixed(boolean are) {
      this.fixed = are;
      return this;
    }

    /** What is added to a variance before its root is taken; default 1e-5. */
    public Builder epsilon(double added) {
      this.epsilon = added;
      return this;
    }

    @Override
    public BatchNormalization build() {
      return new BatchNormalization(this);
    }
  }
}
