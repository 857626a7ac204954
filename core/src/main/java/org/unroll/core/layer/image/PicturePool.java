package org.unroll.core.layer.image;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.LayerStart;
import org.unroll.core.layer.RowTypes;
import org.unroll.core.layer.Stepwise;

/**
 * The largest or the mean value of each window, channel by channel, of pictures {@code [b, c, h,
 * w]} or of each frame {@code [b, c h w, t]}, 0 where masked. Places outside of the picture do not
 * count. With {@code whole} there is one window and the result is a vector: {@code [b, c]} or
 * {@code [b, c, t]}.
 */
public final class PicturePool extends NoParamLayer implements Stepwise {
  private static final long serialVersionUID = 1;

  /** What is taken of a window. */
  public enum Kind {
    MAX,
    MEAN
  }

  @JsonProperty private Kind kind;
  @JsonProperty private PictureSize size;
  @JsonProperty private Window window;
  @JsonProperty private boolean whole;

  /** For reading a saved graph. */
  public PicturePool() {}

  private PicturePool(Kind kind, PictureSize size, Window window, boolean whole) {
    this.kind = kind;
    this.size = size;
    this.window = window;
    this.whole = whole;
  }

  /** Gives smaller pictures. */
  public static PicturePool of(Kind kind, PictureSize size, Window window) {
    return new PicturePool(kind, size, window, false);
  }

  /** Gives one number a channel. */
  public static PicturePool whole(Kind kind, PictureSize size) {
    return new PicturePool(kind, size, Window.whole(size), true);
  }

  /** What is taken of a window. */
  public Kind kind() {
    return kind;
  }

  /** What is read. */
  PictureSize size() {
    return size;
  }

  /** How it passes over the picture. */
  public Window window() {
    return window;
  }

  /** Whether vectors are given. */
  public boolean isWhole() {
    return whole;
  }

  PictureSize outputSize() {
    return window.output(size, size.channels());
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
        .give(new PicturePoolLayer(configuration, dataType), configuration, initializer());
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    if (!whole) {
      return outputSize().like(input);
    }
    return input instanceof InputType.InputTypeRecurrent
        ? RowTypes.output(input, size.channels())
        : InputType.feedForward(size.channels());
  }

  /** None. */
  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null; // what DL4J wants to hear
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    return new LayerMemoryReport.Builder(
            getLayerName(), getClass(), input, getOutputType(-1, input))
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, 0)
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PicturePool that
        && super.equals(other)
        && kind == that.kind
        && size.equals(that.size)
        && window.equals(that.window)
        && whole == that.whole;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), kind, size, window, whole);
  }
}
