package org.unroll.core.data;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Batches as {@link LengthBuckets} plans them, their arrays made when they are asked for. Immutable
 * and thread-safe, if the maker of the arrays is.
 */
public final class BucketBatches implements Batches {
  private final int examples;
  private final int size;
  private final EpochCache<int[][]> epochs;
  private final Function<int[], MultiDataSet> arrays;

  private BucketBatches(
      int examples, int size, IntFunction<int[][]> plan, Function<int[], MultiDataSet> arrays) {
    this.examples = examples;
    this.size = size;
    this.epochs = new EpochCache<>(plan);
    this.arrays = arrays;
  }

  /**
   * For training: another order in every epoch.
   *
   * @param arrays from the numbers of a batch's examples
   */
  public static BucketBatches shuffled(
      LengthBuckets buckets, Function<int[], MultiDataSet> arrays) {
    return new BucketBatches(buckets.examples(), buckets.size(), buckets::epoch, arrays);
  }

  /** For evaluation: the order of the examples. */
  public static BucketBatches inOrder(
      int examples, int batch, Function<int[], MultiDataSet> arrays) {
    int[][] batches = LengthBuckets.inOrder(examples, batch);
    return new BucketBatches(examples, batches.length, epoch -> batches, arrays);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int examples() {
    return examples;
  }

  @Override
  public Batch get(int epoch, int n) {
    int[] examples = epochs.get(epoch)[n];
    return new Batch(arrays.apply(examples), examples.clone());
  }
}
