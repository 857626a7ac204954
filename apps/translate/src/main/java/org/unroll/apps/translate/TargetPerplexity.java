package org.unroll.apps.translate;

import org.unroll.core.app.Net;
import org.unroll.core.data.BatchOrder;
import org.unroll.datasets.pair.EncodedPairs;
import org.unroll.datasets.pair.PairBatches;

/** How surprised a net is by given translations. */
final class TargetPerplexity {
  private static final int BATCH = 32;

  /** A probability of 0 would make all others count for nothing. */
  private static final double LEAST = 1e-10;

  private TargetPerplexity() {}

  /** e to the mean −ln of the probability of each word, the end among them. */
  static double of(Net net, EncodedPairs pairs, int vocabulary) {
    double[] sum = new double[1];
    long[] words = new long[1];
    net.outputs(
        PairBatches.of(pairs, new BatchOrder(BATCH, 0, true)),
        (example, output) -> {
          int[] target = pairs.target(example);
          int steps = output.length / vocabulary; // output [vocabulary, steps]
          for (int t = 0; t <= target.length; t++) {
            int word = t < target.length ? target[t] : pairs.end();
            sum[0] -= Math.log(Math.max(LEAST, output[word * steps + t]));
          }
          words[0] += target.length + 1;
        });
    return Math.exp(sum[0] / words[0]);
  }
}
