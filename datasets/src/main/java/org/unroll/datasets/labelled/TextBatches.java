package org.unroll.datasets.labelled;

import java.util.function.IntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.unroll.core.data.Batch;
import org.unroll.core.data.Batches;
import org.unroll.core.data.EpochCache;
import org.unroll.core.data.LengthBuckets;

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

  /**
   * Up to 15 the length itself, up to 31 a multiple of 2, up to 63 of 4, and so on: eight lengths
   * for each doubling. With multiples of 4 throughout, a sixth of the batches of short phrases was
   * padding.
   */
  public static int rounded(int length) {
    int step = Math.max(1, Integer.highestOneBit(length / 8));
    return (length + step - 1) / step * step;
  }

  private MultiDataSet arrays(int[] examples) {
    int rows = examples.length;
    int time = 0;
    for (int example : examples) {
      time = Math.max(time, texts.words(example).length);
    }
    time = rounded(time);
    float[] words = new float[rows * time]; // 0 is padding
    float[] mask = new float[rows * time];
    float[] labels = new float[rows];
    for (int row = 0; row < rows; row++) {
      int[] numbers = texts.words(examples[row]);
      for (int t = 0; t < numbers.length; t++) {
        words[row * time + t] = numbers[t];
        mask[row * time + t] = 1;
      }
      labels[row] = texts.label(examples[row]);
    }
    return new MultiDataSet(
        new INDArray[] {Nd4j.createFromArray(words).reshape('c', rows, time)}, // [batch, time]
        new INDArray[] {Nd4j.createFromArray(labels).reshape('c', rows, 1)},
        new INDArray[] {Nd4j.createFromArray(mask).reshape('c', rows, time)}, // [batch, time]
        null);
  }
}
