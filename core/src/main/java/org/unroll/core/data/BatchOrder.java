package org.unroll.core.data;

/**
 * How examples are drawn for training.
 *
 * @param batch examples in a batch
 * @param bucket examples of like length together
 */
public record BatchOrder(int batch, long seed, boolean bucket) {
  /** The plan for examples of these lengths. */
  public LengthBuckets of(int[] lengths) {
    return new LengthBuckets(lengths, batch, seed, bucket);
  }
}
