package org.unroll.core.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What DL4J hands to a configuration that is to make its layer.
 *
 * @param parameters the layer's part of the graph's flat vector
 * @param initialise whether the parameters are to be set, or are there already
 */
public record LayerStart(
    Collection<TrainingListener> listeners, int index, INDArray parameters, boolean initialise) {

  /** Gives it to a new layer. */
  public <L extends Layer> L give(
      L layer, NeuralNetConfiguration configuration, ParamInitializer initializer) {
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer.init(configuration, parameters, initialise));
    layer.setConf(configuration);
    return layer;
  }
}
