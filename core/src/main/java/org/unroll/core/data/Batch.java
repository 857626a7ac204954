package org.unroll.core.data;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * One batch for the graph.
 *
 * @param data features, labels and masks; sequences are {@code [batch, size, time]}, masks {@code
 *     [batch, time]}
 * @param examples row i of the arrays is example {@code examples[i]} of the split
 * @param continues whether row i goes on where row i of the batch before ended, so that recurrent
 *     layers go on from their states there
 */
public record Batch(MultiDataSet data, int[] examples, boolean continues) implements AutoCloseable {

  /** One whose sequences begin with it. */
  public Batch(MultiDataSet data, int[] examples) {
    this(data, examples, false);
  }

  /**
   * Frees the arrays, which nothing may read any more. What is not closed is freed with its Java
   * object, whose collection may be hundreds of megabytes late: of long sequences, hundreds of
   * batches.
   */
  @Override
  public void close() {
    close(data.getFeatures());
    close(data.getLabels());
    close(data.getFeaturesMaskArrays());
    close(data.getLabelsMaskArrays());
  }

  private static void close(INDArray[] arrays) {
    if (arrays == null) { // as DL4J has it where there are no masks
      return;
    }
    for (INDArray array : arrays) {
      if (array != null) {
        close(array.data());
      }
    }
  }

  /** The memory of a reshaped array is that of the one it was made of. */
  private static void close(DataBuffer numbers) {
    DataBuffer whole = numbers.underlyingDataBuffer();
    if (whole != null && whole.length() == numbers.length()) {
      close(whole);
    } else if (numbers.closeable()) { // one mask may stand in two places
      numbers.close();
    }
  }
}
