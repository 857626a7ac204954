package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * A batch as PyTorch has it.
 *
 * @param features what the block reads
 * @param classes {@code [rows]}, class numbers
 * @param weights {@code [rows, 1]}, of each row's loss; they add up to 1
 */
record PyTorchBatch(NDList features, NDArray classes, NDArray weights) {
  /** What is added to a masked step before a maximum or a softmax. */
  private static final float FAR = -1e9f;

  /** With a loss that is the mean over all rows. */
  static PyTorchBatch of(NDList features, NDArray classes) {
    NDArray ones = classes.getManager().ones(new Shape(classes.size(), 1));
    return new PyTorchBatch(features, classes, ones.div(classes.size()));
  }

  /** Sentences padded to the longest, {@code [batch, time]}; the padding is 0. */
  static NDArray padded(NDManager manager, int[][] sentences) {
    int time = Arrays.stream(sentences).mapToInt(words -> words.length).max().orElseThrow();
    long[] numbers = new long[sentences.length * time];
    for (int row = 0; row < sentences.length; row++) {
      for (int step = 0; step < sentences[row].length; step++) {
        numbers[row * time + step] = sentences[row][step];
      }
    }
    return manager.create(numbers, new Shape(sentences.length, time));
  }

  /** 0 at a word and very far below at padding, {@code [batch, time]}. */
  static NDArray penalty(NDArray padded) {
    return padded.eq(0).toType(DataType.FLOAT32, false).mul(FAR);
  }
}
