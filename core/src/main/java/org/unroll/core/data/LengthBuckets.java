package org.unroll.core.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Which examples stand together in a batch. Examples of like length are put together so that little
 * of a batch is padding: the examples are shuffled, sorted by length within large pools, cut into
 * batches, and the batches are shuffled. Ties of length keep the shuffled order, so batches differ
 * from epoch to epoch. The plan of an epoch is a function of (seed, epoch) alone; every example
 * stands in it once.
 *
 * <p>Immutable and thread-safe.
 */
public final class LengthBuckets {
  /** Batches sorted together; large pools pad little, small ones shuffle more. */
  static final int POOL = 100;

  private final int[] lengths;
  private final int batch;
  private final long seed;
  private final boolean bucket;

  /**
   * @param lengths steps of each example
   * @param batch examples in a batch, at least 1; the last one cut may be smaller
   * @param seed of the shuffles
   * @param bucket false to shuffle only
   */
  public LengthBuckets(int[] lengths, int batch, long seed, boolean bucket) {
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1, not " + batch);
    }
    this.lengths = lengths.clone();
    this.batch = batch;
    this.seed = seed;
    this.bucket = bucket;
  }

  /** Batches in every epoch. */
  public int size() {
    return (lengths.length + batch - 1) / batch;
  }

  /** Examples in every epoch. */
  public int examples() {
    return lengths.length;
  }

  /**
   * The batches of one epoch, as numbers of examples.
   *
   * @param epoch from 0
   */
  public int[][] epoch(int epoch) {
    // SplittableRandom mixes its seed well, but neighbouring (seed, epoch) pairs must not collide.
    RandomGenerator random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch + 1);
    int[] order = ascending(lengths.length);
    shuffle(order, random);
    if (bucket) {
      sortPools(order);
    }
    int[][] batches = cut(order);
    shuffleBatches(batches, random);
    return batches;
  }

  private static int[] ascending(int count) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    return order;
  }

  private void sortPools(int[] order) {
    int pool = batch * POOL;
    for (int from = 0; from < order.length; from += pool) {
      sortByLength(order, from, Math.min(order.length, from + pool));
    }
  }

  /** Length in the upper and place in the lower half of a long: sorts primitives, keeps ties. */
  private void sortByLength(int[] order, int from, int to) {
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) lengths[order[from + i]] << 32 | i;
    }
    int[] before = Arrays.copyOfRange(order, from, to);
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      order[from + i] = before[(int) keys[i]];
    }
  }

  private int[][] cut(int[] order) {
    int[][] batches = new int[size()][];
    for (int n = 0; n < batches.length; n++) {
      batches[n] = Arrays.copyOfRange(order, n * batch, Math.min(order.length, (n + 1) * batch));
    }
    return batches;
  }

  private static void shuffle(int[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }

  private static void shuffleBatches(int[][] batches, RandomGenerator random) {
    int[] order = ascending(batches.length);
    shuffle(order, random);
    int[][] before = batches.clone();
    for (int n = 0; n < batches.length; n++) {
      batches[n] = before[order[n]];
    }
  }
}
