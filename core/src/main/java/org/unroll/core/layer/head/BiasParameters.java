package org.unroll.core.layer.head;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parameter of a head whose weights are an embedding's: {@code b} [1, classes]. */
final class BiasParameters extends DefaultParamInitializer {

  @Override
  public long numParams(Layer layer) {
    return ((FeedForwardLayer) layer).getNOut();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return List.of(BIAS_KEY);
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return List.of();
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration configuration, INDArray view, boolean initialise) {
    configuration.addVariable(BIAS_KEY);
    Map<String, INDArray> parameters = getGradientsFromFlattened(configuration, view);
    createBias(configuration, parameters.get(BIAS_KEY), initialise);
    return parameters;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration configuration, INDArray view) {
    return Map.of(BIAS_KEY, view.reshape('c', 1, view.length()));
  }
}
