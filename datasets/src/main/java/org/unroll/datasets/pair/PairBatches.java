package org.unroll.datasets.pair;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.BucketBatches;
import org.unroll.core.data.NextWords;
import org.unroll.core.data.Padded;

/**
 * Sentence pairs for an encoder and a decoder: word numbers of the source {@code [batch, ts]}, of
 * the target shifted right, the start first, {@code [batch, tt]}, and as labels those of the target
 * with its end, {@code [batch, 1, tt]}; masks {@code [batch, ts]} and {@code [batch, tt]}.
 */
public final class PairBatches {
  private PairBatches() {}

  public static BucketBatches of(EncodedPairs pairs, BatchOrder order) {
    return new BucketBatches(order.of(pairs.lengths()), examples -> arrays(pairs, examples));
  }

  private static MultiDataSet arrays(EncodedPairs pairs, int[] examples) {
    int[][] sources = new int[examples.length][];
    int[][] targets = new int[examples.length][];
    for (int row = 0; row < examples.length; row++) {
      sources[row] = pairs.source(examples[row]);
      targets[row] = pairs.target(examples[row]);
    }
    Padded source = Padded.of(sources); // [batch, ts]
    NextWords target = NextWords.of(targets, pairs.start(), pairs.end());
    Padded decoder = target.before(); // [batch, tt]
    return new MultiDataSet(
        new INDArray[] {source.numbers(), decoder.numbers()},
        new INDArray[] {target.labels()},
        new INDArray[] {source.mask(), decoder.mask()},
        new INDArray[] {decoder.mask().dup()});
  }
}
