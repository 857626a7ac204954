package org.unroll.core.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** What DL4J asks of the configuration of every layer with parameters that is ours. */
public abstract class OwnLayer extends FeedForwardLayer {
  private static final long serialVersionUID = 1;

  @JsonProperty private boolean lowest;

  /** For reading a saved graph. */
  protected OwnLayer() {}

  protected OwnLayer(Builder<?> builder) {
    super(builder);
    initializeConstraints(builder);
  }

  /**
   * Whether it reads what the graph is given: nobody reads the gradient by that, so the layer may
   * say 0. False in graphs that were saved before there was such a mark.
   */
  public final boolean isLowest() {
    return lowest;
  }

  /** To be called while the graph is put together. */
  public final void lowest(boolean is) {
    this.lowest = is;
  }

  /** The layer at work, without parameters yet. */
  protected abstract Layer atWork(NeuralNetConfiguration configuration, DataType dataType);

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType dataType) {
    String kind = getClass().getSimpleName();
    LayerValidation.assertNInNOutSet(kind, getLayerName(), index, getNIn(), getNOut());
    return new LayerStart(listeners, index, parameters, initialise)
        .give(atWork(configuration, dataType), configuration, initializer());
  }

  /** None: each reads its input as it comes. */
  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null; // what DL4J wants to hear
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    InputType output = getOutputType(-1, input);
    long parameters = initializer().numParams(this);
    return new LayerMemoryReport.Builder(getLayerName(), getClass(), input, output)
        .standardMemory(parameters, (int) getIUpdater().stateSize(parameters))
        .workingMemory(0, 0, 0, 0)
        .cacheMemory(0, 0)
        .build();
  }
}
