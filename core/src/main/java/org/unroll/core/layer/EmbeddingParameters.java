package org.unroll.core.layer;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parameter of a {@link TokenEmbedding}: {@code W} [words, size], a word's vector in a row. */
final class EmbeddingParameters implements ParamInitializer {
  static final String VECTORS = "W";

  @Override
  public long numParams(NeuralNetConfiguration configuration) {
    return numParams(configuration.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    TokenEmbedding embedding = (TokenEmbedding) layer;
    return embedding.getNIn() * embedding.getNOut();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return List.of(VECTORS);
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return List.of(VECTORS);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return List.of();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return VECTORS.equals(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return false;
  }

  /**
   * The fan-in is 1, since a step reads one word: the start does not depend on how many there are.
   */
  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration configuration, INDArray view, boolean initialise) {
    TokenEmbedding layer = (TokenEmbedding) configuration.getLayer();
    Map<String, INDArray> parameters = getGradientsFromFlattened(configuration, view);
    configuration.addVariable(VECTORS);
    if (initialise) {
      INDArray vectors = parameters.get(VECTORS);
      layer
          .getWeightInitFn()
          .init(1, layer.getNOut(), vectors.shape(), 'c', vectors.reshape(vectors.length()));
    }
    return parameters;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration configuration, INDArray view) {
    TokenEmbedding layer = (TokenEmbedding) configuration.getLayer();
    return Map.of(VECTORS, view.reshape('c', layer.getNIn(), layer.getNOut()));
  }
}
