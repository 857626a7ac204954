package org.unroll.core.layer;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parameter of a {@link TokenEmbedding}: {@code W} [words, size], a word's vector in a row. */
final class EmbeddingParameters extends ShapedParameters<TokenEmbedding> {
  static final String VECTORS = "W";

  EmbeddingParameters() {
    super(TokenEmbedding.class);
  }

  @Override
  protected Map<String, long[]> shapes(TokenEmbedding layer) {
    return Map.of(VECTORS, new long[] {layer.getNIn(), layer.getNOut()});
  }

  @Override
  protected List<String> weights() {
    return List.of(VECTORS);
  }

  /**
   * The fan-in is 1, since a step reads one word: the start does not depend on how many there are.
   */
  @Override
  protected void start(TokenEmbedding layer, Map<String, INDArray> parameters) {
    start(layer.getWeightInitFn(), 1, layer.getNOut(), parameters.get(VECTORS));
  }
}
