package org.unroll.core.layer.attention;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;

/**
 * Passes over all pairs of a query and a key in plain loops, of arrays that {@link Floats} can
 * read. There are many pairs, and each call into ND4J would go through their memory once more.
 */
final class PairPasses {
  private PairPasses() {}

  /**
   * {@code pairs = 2 (query + key)}.
   *
   * @param queries {@code [tq, b, n]}, dense
   * @param keys {@code [tk, b, n]}, dense
   * @param pairs {@code [tq, tk, b, n]}, dense, overwritten
   */
  static void doubledSums(INDArray queries, INDArray keys, INDArray pairs) {
    float[][] asking = steps(queries);
    float[][] asked = steps(keys);
    FloatBuffer target = Floats.of(pairs);
    float[] sum = new float[asking[0].length];
    for (float[] query : asking) {
      for (float[] key : asked) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] = 2 * (query[i] + key[i]);
        }
        target.put(sum);
      }
    }
  }

  private static float[][] steps(INDArray array) {
    FloatBuffer numbers = Floats.of(array);
    int steps = (int) array.size(0);
    float[][] values = new float[steps][(int) (array.length() / steps)];
    for (float[] step : values) {
      numbers.get(step);
    }
    return values;
  }

  /**
   * Of a sigmoid the hyperbolic tangent of half its argument, in place.
   *
   * @param sigmoids dense {@code [tq, tk, b, n]}
   */
  static void toTanh(INDArray sigmoids) {
    long pairs = sigmoids.size(0) * sigmoids.size(1);
    Floats.changeRows(
        sigmoids.reshape('c', pairs, sigmoids.length() / pairs),
        row -> {
          for (int i = 0; i < row.length; i++) {
            row[i] = 2 * row[i] - 1;
          }
        });
  }

  /**
   * The gradient of {@code units = tanh(query + key)}.
   *
   * @param units {@code [tq tk b, n]}, dense
   * @param epsilon of the loss by the units, of the same shape, dense
   * @param queries {@code [tq, b, n]}, dense, overwritten
   * @param keys {@code [tk, b, n]}, dense, overwritten
   */
  static void gradients(INDArray units, INDArray epsilon, INDArray queries, INDArray keys) {
    FloatBuffer tanh = Floats.of(units);
    FloatBuffer above = Floats.of(epsilon);
    FloatBuffer asking = Floats.of(queries);
    FloatBuffer asked = Floats.of(keys);
    float[][] key = new float[(int) keys.size(0)][(int) (keys.length() / keys.size(0))];
    float[] unit = new float[key[0].length];
    float[] slope = new float[unit.length];
    for (long step = 0; step < queries.size(0); step++) {
      float[] query = new float[unit.length];
      for (float[] sum : key) {
        tanh.get(unit);
        above.get(slope);
        add(unit, slope, query, sum);
      }
      asking.put(query);
    }
    for (float[] sum : key) {
      asked.put(sum);
    }
  }

  private static void add(float[] unit, float[] slope, float[] query, float[] key) {
    for (int i = 0; i < unit.length; i++) {
      float inner = (1 - unit[i] * unit[i]) * slope[i];
      query[i] += inner;
      key[i] += inner;
    }
  }
}
