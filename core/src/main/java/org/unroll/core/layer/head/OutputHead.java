package org.unroll.core.layer.head;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.params.EmptyParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.LayerStart;
import org.unroll.core.layer.RowTypes;
import org.unroll.core.layer.Stepwise;
import org.unroll.core.layer.TokenEmbedding;

/**
 * A linear map and a loss, per example {@code [b, n]} to {@code [b, m]} or per step {@code [b, n,
 * t]} to {@code [b, m, t]}: the configuration as DL4J saves it. DL4J's own output layers turn a
 * sequence around in memory four times a step, and compute the loss apart from its gradient; this
 * one takes all steps as rows where they lie.
 *
 * <p>The weights are its own, or there are none and what comes in is the logits, or, tied, the
 * vectors of a {@link TokenEmbedding}, one for each class: {@code logits = h E' + b} (Press &amp;
 * Wolf 2017). Its vertex must then be a {@link TiedHead}.
 *
 * <p>To the loss {@code smooth} times the {@link StepSmoothness} can be added; where sequences are
 * cut, as truncated back-propagation does, each piece starts anew.
 */
public final class OutputHead extends BaseOutputLayer implements Stepwise {
  private static final long serialVersionUID = 1;

  @JsonProperty private String tied = ""; // empty if the weights are its own
  @JsonProperty private double smooth; // graphs of earlier versions have none
  @JsonProperty private boolean withoutWeights; // nor this

  /** For reading a saved graph. */
  public OutputHead() {}

  private OutputHead(Builder builder) {
    super(builder);
    this.tied = builder.tied;
    this.smooth = builder.smooth;
    this.withoutWeights = builder.withoutWeights;
    initializeConstraints(builder);
  }

  /** DL4J's name of the embedding that it scores with, or empty if it has weights of its own. */
  Optional<String> tied() {
    return tied.isEmpty() ? Optional.empty() : Optional.of(tied);
  }

  /** Whether what comes in is the logits. */
  boolean withoutWeights() {
    return withoutWeights;
  }

  /** The weight of what changes from step to step cost; 0 for a loss of each step by itself. */
  double smooth() {
    return smooth;
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
    if (withoutWeights) {
      return EmptyParamInitializer.getInstance();
    }
    return tied.isEmpty() ? DefaultParamInitializer.getInstance() : new BiasParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return RowTypes.output(input, getNOut());
  }

  /** None: it reads vectors and sequences alike. */
  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null; // what DL4J wants to hear
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    if (nIn <= 0 || override) {
      this.nIn = RowTypes.size(input);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutputHead that
        && super.equals(other)
        && tied.equals(that.tied)
        && smooth == that.smooth
        && withoutWeights == that.withoutWeights;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), tied, smooth, withoutWeights);
  }

  /** Puts an {@link OutputHead} together. Sizes and activation are DL4J's own settings. */
  @SuppressWarnings("unchecked") // DL4J's build() lets the caller choose the type
  public static final class Builder extends BaseOutputLayer.Builder<Builder> {
    private String tied = "";
    private double smooth;
    private boolean withoutWeights;

    /**
     * @param loss whose labels are {@code [b, k]} or {@code [b, k, t]}, with k as it wants
     */
    public Builder(ILossFunction loss) {
      super(loss);
    }

    /**
     * Scores with the vectors of an embedding in place of weights of its own.
     *
     * @param embedding DL4J's name of a {@link TokenEmbedding}, of as many words as the head has
     *     classes and of vectors as long as the head's input
     */
    public Builder tied(String embedding) {
      this.tied = embedding;
      return this;
    }

    /**
     * Lets changes of the log-probabilities from step to step cost something, beside a loss over
     * the logits of classes (Farha &amp; Gall 2019, equation 9).
     *
     * @param weight lambda there, 0.15; not negative
     */
    public Builder smooth(double weight) {
      this.smooth = weight;
      return this;
    }

    /** Takes what comes in, of as many numbers as the head gives, for the logits. */
    public Builder withoutWeights() {
      this.withoutWeights = true;
      return this;
    }

    @Override
    public OutputHead build() {
      return new OutputHead(this);
    }
  }
}
