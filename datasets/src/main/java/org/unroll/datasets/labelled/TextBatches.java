package org.unroll.datasets.labelled;

import java.util.function.IntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.EpochCache;
import org.unroll.core.data.LengthBuckets;
import org.unroll.core.data.Padded;

/**
 * Texts as word numbers {@code [batch, time]} with a mask {@code [batch, time]}, and class numbers
 * {@code [batch, 1]}. Rows are padded on the right to the longest of the batch, rounded up a little
 * so that the net sees few different shapes. Immutable and thread-safe.
 */
public final class TextBatches implements Batches {
  private final EncodedTexts texts;
  private final int size;
  private final EpochCache<int[][]> epochs;

  private TextBatches(EncodedTexts texts, int size, IntFunction<int[][]> plan) {
    this.texts = texts;
    this.size = size;
    this.epochs = new EpochCache<>(plan);
  }

  /**
   * For training: another order in every epoch.
   *
   * @param batch examples in a batch
   * @param seed of the order
   * @param bucket texts of like length together
   */
  public static TextBatches shuffled(EncodedTexts texts, int batch, long seed, boolean bucket) {
    LengthBuckets buckets = new LengthBuckets(texts.lengths(), batch, seed, bucket);
    return new TextBatches(texts, buckets.size(), buckets::epoch);
  }

  /** For evaluation: the order of the texts. */
  public static TextBatches inOrder(EncodedTexts texts, int batch) {
    int[][] batches = LengthBuckets.inOrder(texts.size(), batch);
    return new TextBatches(texts, batches.length, epoch -> batches);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int examples() {
    return texts.size();
  }

  @Override
  public Batch get(int epoch, int n) {
    int[] examples = epochs.get(epoch)[n];
    return new Batch(arrays(examples), examples.clone());
  }

  private MultiDataSet arrays(int[] examples) {
    int[][] rows = new int[examples.length][];
    float[] labels = new float[rows.length];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = texts.words(examples[row]);
      labels[row] = texts.label(examples[row]);
    }
    Padded words = Padded.of(rows); // [batch, time]
    return new MultiDataSet(
        new INDArray[] {words.numbers()},
        new INDArray[] {Nd4j.createFromArray(labels).reshape('c', rows.length, 1)},
        new INDArray[] {words.mask()},
        null);
  }
}
