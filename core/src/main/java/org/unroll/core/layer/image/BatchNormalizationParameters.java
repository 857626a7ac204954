package org.unroll.core.layer.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.ShapedParameters;

/** The parameters of a {@link BatchNormalization}; no penalty keeps any of them small. */
final class BatchNormalizationParameters extends ShapedParameters<BatchNormalization> {
  static final String GAMMA = "gamma";
  static final String BETA = "beta";
  static final String MEAN = "mean";
  static final String VARIANCE = "var";

  BatchNormalizationParameters() {
    super(BatchNormalization.class);
  }

  static boolean isStatistic(String name) {
    return MEAN.equals(name) || VARIANCE.equals(name);
  }

  @Override
  protected Map<String, long[]> shapes(BatchNormalization layer) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (String name : List.of(GAMMA, BETA, MEAN, VARIANCE)) {
      shapes.put(name, new long[] {1, layer.size().channels()});
    }
    return shapes;
  }

  @Override
  protected List<String> weights() {
    return List.of();
  }

  @Override
  protected void start(BatchNormalization layer, Map<String, INDArray> parameters) {
    parameters.get(GAMMA).assign(1);
    parameters.get(BETA).assign(0);
    parameters.get(MEAN).assign(0);
    parameters.get(VARIANCE).assign(1);
  }
}
