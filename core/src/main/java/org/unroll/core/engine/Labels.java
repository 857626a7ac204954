package org.unroll.core.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** The labels of a batch. */
final class Labels {
  private Labels() {}

  /** One an example, or the unmasked steps. */
  static double count(MultiDataSet batch) {
    INDArray labels = batch.getLabels(0); // [b, k] or [b, k, t]
    if (labels.rank() < 3) {
      return labels.size(0);
    }
    INDArray mask = batch.getLabelsMaskArray(0); // [b, t]
    return mask == null ? labels.size(0) * labels.size(2) : mask.sumNumber().doubleValue();
  }
}
