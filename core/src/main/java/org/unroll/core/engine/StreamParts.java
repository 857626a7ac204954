package org.unroll.core.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The state of a stream as a whole and in parts: arrays by name, {@code [b, u]}. */
final class StreamParts {
  private StreamParts() {}

  /** Those of the parts one below the other. */
  static Map<String, INDArray> joined(List<Map<String, INDArray>> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    Map<String, INDArray> joined = new TreeMap<>();
    for (String name : parts.isEmpty() ? List.<String>of() : parts.get(0).keySet()) {
      INDArray[] states = parts.stream().map(part -> part.get(name)).toArray(INDArray[]::new);
      joined.put(name, Nd4j.concat(0, states));
    }
    return joined;
  }

  static Map<String, INDArray> cut(Map<String, INDArray> whole, int part, int parts) {
    Map<String, INDArray> cut = new TreeMap<>();
    whole.forEach(
        (name, state) ->
            cut.put(
                name,
                state
                    .get(
                        NDArrayIndex.interval(
                            BatchParts.begin(state.size(0), part, parts),
                            BatchParts.begin(state.size(0), part + 1, parts)))
                    .dup()));
    return cut;
  }
}
