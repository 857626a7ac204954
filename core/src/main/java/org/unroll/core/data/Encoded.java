package org.unroll.core.data;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Inputs as numbers, to be put together into batches. Immutable and thread-safe. */
public interface Encoded {
  /** Steps of each. */
  int[] lengths();

  /**
   * The same as an epoch of the training sees it, if that changes its examples, such as by chance.
   */
  default Encoded inEpoch(int epoch) {
    return this;
  }

  /**
   * Some of them as one batch.
   *
   * @param labels of these, an array of {@code [examples, k]}
   */
  MultiDataSet arrays(int[] examples, INDArray labels);

  /**
   * The same with a class each.
   *
   * @param classes the class number of each of these
   */
  default MultiDataSet arrays(int[] examples, int[] classes) {
    return arrays(examples, Padded.labels(classes));
  }
}
