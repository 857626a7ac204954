package org.unroll.core.layer.attention;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.Squash;
import org.unroll.core.layer.array.StepMask;

/**
 * What attention does when a net answers, in plain loops: a step of a decoder has so little to do
 * for each row that calls into ND4J and their copies took most of its time.
 */
final class AttentionPasses {
  private AttentionPasses() {}

  /**
   * {@code pairs = tanh(query + key)}; of keys that do not count, 0.
   *
   * @param queries {@code [b, n, tq]}
   * @param keys {@code [b, n, tk]}
   * @param mask of the keys, {@code [b, tk]}
   * @param pairs {@code [tq tk b, n]}, dense, overwritten
   */
  static void tanhOfSums(ReadSteps queries, ReadSteps keys, StepMask mask, INDArray pairs) {
    FloatBuffer target = Floats.of(pairs);
    float[] query = new float[queries.size()];
    float[] key = new float[query.length];
    float[] nothing = new float[query.length];
    for (int asking = 0; asking < queries.steps(); asking++) {
      for (int asked = 0; asked < keys.steps(); asked++) {
        for (int row = 0; row < keys.examples(); row++) {
          if (mask.counts(row, asked)) {
            queries.read(row, asking, query);
            keys.read(row, asked, key);
            for (int i = 0; i < key.length; i++) {
              key[i] += query[i];
            }
            Squash.tanh(key, key.length);
            target.put(key);
          } else {
            target.put(nothing);
          }
        }
      }
    }
    Reference.reachabilityFence(pairs);
  }

  /**
   * The softmax of each row over the keys that count; of none at all: 0.
   *
   * @param scores {@code [b tq tk]}, overwritten
   * @param mask of the keys, {@code [b, tk]}
   */
  static void softmax(float[] scores, StepMask mask) {
    int keys = mask.time();
    int queries = scores.length / (mask.batch() * keys);
    for (int at = 0; at < scores.length; at += keys) {
      softmax(scores, at, mask, at / (queries * keys));
    }
  }

  private static void softmax(float[] scores, int from, StepMask mask, int example) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int key = 0; key < mask.time(); key++) {
      largest = mask.counts(example, key) ? Math.max(largest, scores[from + key]) : largest;
    }
    double sum = 0;
    for (int key = 0; key < mask.time(); key++) {
      boolean counts = mask.counts(example, key);
      scores[from + key] = counts ? (float) Math.exp(scores[from + key] - largest) : 0;
      sum += scores[from + key];
    }
    float share = sum == 0 ? 0 : (float) (1 / sum);
    for (int key = 0; key < mask.time(); key++) {
      scores[from + key] *= share;
    }
  }

  /**
   * {@code sums = weights values} for each example.
   *
   * @param weights {@code [b tq tk]}
   * @param values {@code [b, n, tk]}
   * @param sums {@code [b, tq, n]}, dense, overwritten
   */
  static void weightedSums(float[] weights, ReadSteps values, INDArray sums) {
    FloatBuffer target = Floats.of(sums);
    float[] value = new float[values.size()];
    for (int at = 0; at < weights.length; at += values.steps()) {
      int example = at / (weights.length / values.examples());
      float[] sum = new float[value.length];
      for (int key = 0; key < values.steps(); key++) {
        float weight = weights[at + key];
        if (weight != 0) { // of padding
          values.read(example, key, value);
          for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * value[i];
          }
        }
      }
      target.put(sum);
    }
    Reference.reachabilityFence(sums);
  }
}
