package org.unroll.datasets.labelled;

import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.unroll.core.data.BucketBatches;
import org.unroll.core.data.LengthBuckets;
import org.unroll.core.data.Padded;

/**
 * Texts as word numbers {@code [batch, time]} with a mask {@code [batch, time]}, and class numbers
 * {@code [batch, 1]}.
 */
public final class TextBatches {
  private TextBatches() {}

  /**
   * For training: another order in every epoch.
   *
   * @param batch examples in a batch
   * @param seed of the order
   * @param bucket texts of like length together
   */
  public static BucketBatches shuffled(EncodedTexts texts, int batch, long seed, boolean bucket) {
    LengthBuckets buckets = new LengthBuckets(texts.lengths(), batch, seed, bucket);
    return BucketBatches.shuffled(buckets, examples -> arrays(texts, examples));
  }

  /** For evaluation: the order of the texts. */
  public static BucketBatches inOrder(EncodedTexts texts, int batch) {
    return BucketBatches.inOrder(texts.size(), batch, examples -> arrays(texts, examples));
  }

  private static MultiDataSet arrays(EncodedTexts texts, int[] examples) {
    int[][] rows = new int[examples.length][];
    int[] labels = new int[rows.length];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = texts.words(examples[row]);
      labels[row] = texts.label(examples[row]);
    }
    return Padded.of(rows).labelled(labels);
  }
}
