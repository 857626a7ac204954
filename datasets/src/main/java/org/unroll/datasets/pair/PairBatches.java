package org.unroll.datasets.pair;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.unroll.core.data.BatchOrder;
import org.unroll.core.data.BucketBatches;
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
    int[][] given = new int[examples.length][];
    int[][] wanted = new int[examples.length][];
    for (int row = 0; row < examples.length; row++) {
      sources[row] = pairs.source(examples[row]);
      int[] target = pairs.target(examples[row]);
      wanted[row] = Arrays.copyOf(target, target.length + 1);
      wanted[row][target.length] = pairs.end();
      given[row] = new int[wanted[row].length];
      given[row][0] = pairs.start();
      System.arraycopy(target, 0, given[row], 1, target.length);
    }
    Padded source = Padded.of(sources); // [batch, ts]
    Padded decoder = Padded.of(given); // [batch, tt]
    INDArray words = Padded.of(wanted).numbers(); // [batch, tt]
    INDArray labels = words.reshape('c', examples.length, 1, words.size(1));
    return new MultiDataSet(
        new INDArray[] {source.numbers(), decoder.numbers()},
        new INDArray[] {labels},
        new INDArray[] {source.mask(), decoder.mask()},
        new INDArray[] {decoder.mask().dup()});
  }
}
