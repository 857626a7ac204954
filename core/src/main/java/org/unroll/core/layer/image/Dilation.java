package org.unroll.core.layer.image;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Filters with holes as filters with zeros in between: ND4J's oneDNN build takes no dilation (it
 * computes the padding behind as if there were none, and fails).
 */
final class Dilation {
  private Dilation() {}

  /**
   * @param weights {@code [down, across, in, out]}
   * @return the same, or {@code [reach down, reach across, in, out]} if the window is dilated
   */
  static INDArray filled(INDArray weights, Window window) {
    if (!window.isDilated()) {
      return weights;
    }
    INDArray filled =
        Nd4j.zeros(
            weights.dataType(),
            window.down().reach(),
            window.across().reach(),
            weights.size(2),
            weights.size(3));
    picked(filled, window).assign(weights);
    return filled;
  }

  /** What of filled filters the window has, a view. */
  static INDArray picked(INDArray filled, Window window) {
    return window.isDilated()
        ? filled.get(
            interval(0, window.down().step(), filled.size(0)),
            interval(0, window.across().step(), filled.size(1)),
            all(),
            all())
        : filled;
  }
}
