package org.unroll.core.layer.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ShapedParameters;

/** The parameters of a {@link Convolution}. */
final class ConvolutionParameters extends ShapedParameters<Convolution> {
  static final String WEIGHTS = "W";
  static final String BIAS = "b";

  ConvolutionParameters() {
    super(Convolution.class);
  }

  @Override
  protected Map<String, long[]> shapes(Convolution layer) {
    Window window = layer.shape().window();
    long channels = layer.getNIn() / layer.shape().groups();
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(
        WEIGHTS,
        new long[] {window.down().kernel(), window.across().kernel(), channels, layer.getNOut()});
    if (layer.hasBias()) {
      shapes.put(BIAS, new long[] {1, layer.getNOut()});
    }
    return shapes;
  }

  @Override
  protected List<String> weights() {
    return List.of(WEIGHTS);
  }

  /** The fans are what one filter reads and what one place of the input reaches. */
  @Override
  protected void start(Convolution layer, Map<String, INDArray> parameters) {
    INDArray weights = parameters.get(WEIGHTS);
    long in = weights.length() / layer.getNOut();
    long out = layer.shape().window().kernel() * layer.getNOut() / layer.shape().groups();
    start(layer.getWeightInitFn(), in, out, weights);
    if (layer.hasBias()) {
      parameters.get(BIAS).assign(0);
    }
  }
}
