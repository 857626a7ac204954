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
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.unroll.core.layer.LayerStart;
import org.unroll.core.layer.Stepwise;

/**
 * An activation function by itself, as after a residual sum: of pictures {@code [b, c, h, w]}, of
 * frames {@code [b, c h w, t]}, 0 where masked, or of vectors. DL4J's own overwrites its input,
 * which others may read.
 */
public final class PictureActivation extends NoParamLayer implements Stepwise {
  private static final long serialVersionUID = 1;

  @JsonProperty private PictureSize size;
  @JsonProperty private IActivation function;

  /** For reading a saved graph. */
  public PictureActivation() {}

  /**
   * @param size what is read, and given; a vector is a picture of one place
   */
  public PictureActivation(PictureSize size, IActivation function) {
    this.size = size;
    this.function = function;
  }

  PictureSize size() {
    return size;
  }

  /** What is applied to each number. */
  public IActivation function() {
    return function;
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
        .give(new PictureActivationLayer(configuration, dataType), configuration, initializer());
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    return input;
  }

  /** None. */
  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null; // what DL4J wants to hear
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    return new LayerMemoryReport.Builder(getLayerName(), getClass(), input, input)
        .standardMemory(0, 0)
        .workingMemory(0, 0, 0, 0)
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PictureActivation that
        && super.equals(other)
        && size.equals(that.size)
        && function.equals(that.function);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), size, function);
  }
}
