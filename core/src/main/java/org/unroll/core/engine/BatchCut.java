package org.unroll.core.engine;

import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Cuts all arrays of a batch. */
public final class BatchCut {
  private BatchCut() {}

  /**
   * @param cut told arrays alone, none of the masks that a batch lacks
   */
  public static MultiDataSet of(MultiDataSet batch, UnaryOperator<INDArray> cut) {
    return new org.nd4j.linalg.dataset.MultiDataSet(
        each(batch.getFeatures(), cut),
        each(batch.getLabels(), cut),
        each(batch.getFeaturesMaskArrays(), cut),
        each(batch.getLabelsMaskArrays(), cut));
  }

  private static INDArray[] each(INDArray[] arrays, UnaryOperator<INDArray> cut) {
    if (arrays == null) {
      return null; // as DL4J has it where there are no masks
    }
    INDArray[] results = new INDArray[arrays.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = arrays[i] == null ? null : cut.apply(arrays[i]);
    }
    return results;
  }
}
