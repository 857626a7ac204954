package org.unroll.core.data;

import java.util.function.Function;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Batches as {@link LengthBuckets} plans them, their arrays made when they are asked for. Immutable
 * and thread-safe, if the maker of the arrays is.
 */
public final class BucketBatches implements Batches {
  private final LengthBuckets buckets;
  private final EpochCache<int[][]> epochs;
  private final Maker arrays;

  /** Makes the arrays of a batch, as a pure function. */
  public interface Maker {
    /**
     * @param examples their numbers
     */
    MultiDataSet arrays(int epoch, int[] examples);
  }

  /**
   * @param arrays the same in every epoch
   */
  public BucketBatches(LengthBuckets buckets, Function<int[], MultiDataSet> arrays) {
    this(buckets, (epoch, examples) -> arrays.apply(examples));
  }

  /** Of arrays that may differ from epoch to epoch. */
  public BucketBatches(LengthBuckets buckets, Maker arrays) {
    this.buckets = buckets;
    this.epochs = new EpochCache<>(buckets::epoch);
    this.arrays = arrays;
  }

  @Override
  public int size() {
    return buckets.size();
  }

  @Override
  public int examples() {
    return buckets.examples();
  }

  @Override
  public Batch get(int epoch, int n) {
    int[] examples = epochs.get(epoch)[n];
    return new Batch(arrays.arrays(epoch, examples), examples.clone());
  }
}
