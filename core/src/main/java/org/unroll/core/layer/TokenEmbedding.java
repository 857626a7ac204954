package org.unroll.core.layer;

import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A trained vector for each word number, {@code [b, t]} to {@code [b, size, t]}, zeros at masked
 * steps: the configuration as DL4J saves it. The only parameter is {@code W} {@code [words, size]},
 * in C order. DL4J's own layer works batch-major, which recurrent cells would copy, and adds up its
 * gradient row by row in calls into ND4J.
 */
public final class TokenEmbedding extends OwnLayer implements Stepwise {
  private static final long serialVersionUID = 1;

  @JsonProperty private double wordDropout; // graphs of earlier versions have neither
  @JsonProperty private int unknown;

  /** For reading a saved graph. */
  public TokenEmbedding() {}

  private TokenEmbedding(Builder builder) {
    super(builder);
    this.wordDropout = builder.wordDropout;
    this.unknown = builder.unknown;
  }

  /** The share of words that are read as the unknown one while training. */
  double wordDropout() {
    return wordDropout;
  }

  /** The number of the unknown word. */
  int unknown() {
    return unknown;
  }

  @Override
  protected Layer atWork(NeuralNetConfiguration configuration, DataType dataType) {
    return new TokenEmbeddingLayer(configuration, dataType);
  }

  @Override
  public ParamInitializer initializer() {
    return new EmbeddingParameters();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    long time =
        input instanceof InputType.InputTypeRecurrent steps ? steps.getTimeSeriesLength() : -1;
    return InputType.recurrent(getNOut(), time, RNNFormat.NCW);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenEmbedding that
        && super.equals(other)
        && wordDropout == that.wordDropout
        && unknown == that.unknown;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), wordDropout, unknown);
  }

  /** The number of words cannot be seen from the input. */
  @Override
  public void setNIn(InputType input, boolean override) {}

  /** Puts a {@link TokenEmbedding} together: {@code nIn} words, {@code nOut} numbers each. */
  @SuppressWarnings("unchecked") // DL4J's build() lets the caller choose the type
  public static final class Builder extends FeedForwardLayer.Builder<Builder> {
    private double wordDropout;
    private int unknown;

    /**
     * @param share of the words that are read as the unknown one while training
     * @param unknown its number
     */
    public Builder wordDropout(double share, int unknown) {
      this.wordDropout = share;
      this.unknown = unknown;
      return this;
    }

    @Override
    public TokenEmbedding build() {
      return new TokenEmbedding(this);
    }
  }
}
