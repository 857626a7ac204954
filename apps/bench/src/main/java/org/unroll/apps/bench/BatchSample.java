package org.unroll.apps.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.unroll.core.data.LengthBuckets;

/** Some of the batches that the apps make of examples, short and long ones as often as there. */
final class BatchSample {
  private BatchSample() {}

  /**
   * @param lengths by which the examples are put together
   * @param batch examples in a batch
   * @param every each how many-th batch is taken, from the shortest to the longest
   * @return numbers of examples, a row a batch, in an order of no meaning
   */
  static List<int[]> of(int[] lengths, int batch, int every) {
    int[][] all = new LengthBuckets(lengths, batch, LayerCase.SEED, true).epoch(0);
    Arrays.sort(all, Comparator.comparingInt(examples -> lengths[examples[0]]));
    List<int[]> taken = new ArrayList<>();
    for (int i = every / 2; i < all.length; i += every) {
      taken.add(all[i]);
    }
    Collections.shuffle(taken, new Random(LayerCase.SEED));
    return taken;
  }
}
