package org.unroll.core.engine;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unroll.core.layer.array.Floats;
import org.unroll.core.layer.array.TimeMajor;

/**
 * A batch cut along its examples into parts that are computed at the same time. Each has as many
 * examples as another or one more, in the order of the batch and padded as it is, so the parts
 * weigh alike and a row of a stream stays in its part. Immutable and thread-safe.
 *
 * @param count of parts, at most as many as the batch has examples
 */
record BatchParts(MultiDataSet batch, int count) {
  /**
   * @param most parts; there are no more than the batch has examples, and at least one
   */
  static BatchParts of(MultiDataSet batch, int most) {
    int examples = (int) batch.getFeatures(0).size(0);
    return new BatchParts(batch, Math.max(1, Math.min(most, examples)));
  }

  /** The first row of a part. */
  static int begin(long rows, int part, int parts) {
    return (int) (rows * part / parts);
  }

  /** Number {@code part}, from 0. */
  MultiDataSet get(int part) {
    return count == 1 ? batch : BatchCut.of(batch, array -> cut(array, part));
  }

  private INDArray cut(INDArray array, int part) {
    int from = begin(array.size(0), part, count);
    int to = begin(array.size(0), part + 1, count);
    boolean timeMajor =
        array.rank() == 3 && Floats.areIn(array) && TimeMajor.isDense(array.permute(2, 0, 1));
    return timeMajor
        ? TimeMajor.sequences(rows(array.permute(2, 0, 1), from, to))
        : array.get(NDArrayIndex.interval(from, to));
  }

  /**
   * A view of some examples has gaps between the steps, and layers would copy it with ND4J, which
   * takes long.
   *
   * @param steps dense {@code [t, b, n]}
   * @return dense {@code [t, to - from, n]}
   */
  private static INDArray rows(INDArray steps, int from, int to) {
    INDArray rows =
        Nd4j.createUninitialized(steps.dataType(), steps.size(0), to - from, steps.size(2));
    BytePointer source = new BytePointer(steps.data().addressPointer());
    BytePointer target = new BytePointer(rows.data().addressPointer());
    long row = steps.size(2) * Float.BYTES;
    long length = (to - from) * row;
    for (long t = 0; t < steps.size(0); t++) {
      Pointer.memcpy(
          target.position(t * length), source.position((t * steps.size(1) + from) * row), length);
    }
    return rows;
  }
}
