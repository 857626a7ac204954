package org.unroll.core.layer.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ShapedParameters;

/** The parameters of a {@link TimeConvolution}. */
final class TimeConvolutionParameters extends ShapedParameters<TimeConvolution> {
  static final String WEIGHTS = "W";
  static final String BIAS = "b";

  TimeConvolutionParameters() {
    super(TimeConvolution.class);
  }

  @Override
  protected Map<String, long[]> shapes(TimeConvolution layer) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(WEIGHTS, new long[] {layer.kernel(), layer.getNIn(), layer.getNOut()});
    shapes.put(BIAS, new long[] {1, layer.getNOut()});
    return shapes;
  }

  @Override
  protected List<String> weights() {
    return List.of(WEIGHTS);
  }

  /** The fans are what one filter reads and what one step reaches. */
  @Override
  protected void start(TimeConvolution layer, Map<String, INDArray> parameters) {
    long in = layer.kernel() * layer.getNIn();
    long out = layer.kernel() * layer.getNOut();
    start(layer.getWeightInitFn(), in, out, parameters.get(WEIGHTS));
    parameters.get(BIAS).assign(0);
  }
}
