package org.unroll.core.graph.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.layer.array.Floats;

/** Native arrays that are filled anew at every step. Owns them. Not thread-safe. */
final class StepBuffers implements AutoCloseable {
  private final DataType type;
  private final Map<String, INDArray> arrays = new HashMap<>();

  StepBuffers(DataType type) {
    this.type = type;
  }

  /** To be called outside of any workspace. Overwrites what the same name held before. */
  INDArray fill(String name, float[] values, long... shape) {
    INDArray known = arrays.get(name);
    if (known == null || !Arrays.equals(known.shape(), shape)) {
      if (known != null) {
        known.close();
      }
      known = Nd4j.createUninitialized(type, shape, 'c');
      arrays.put(name, known);
    }
    Floats.write(values, known);
    return known;
  }

  @Override
  public void close() {
    arrays.values().forEach(INDArray::close);
    arrays.clear();
  }
}
