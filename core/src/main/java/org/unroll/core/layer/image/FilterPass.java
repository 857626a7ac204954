package org.unroll.core.layer.image;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What filters do with some pictures, which are rows of a dense matrix. */
interface FilterPass {
  /** Pictures that it takes at once. */
  int most();

  /**
   * @param pictures {@code [f, c h w]}
   * @param output {@code [f, filters h' w']}, overwritten
   */
  void apply(INDArray pictures, INDArray output);

  /**
   * @param pictures that were read, {@code [f, c h w]}
   * @param delta gradient by the output, {@code [f, filters h' w']}
   * @param gradients of the parameters, to which is added
   * @param below gradient by the pictures, {@code [f, c h w]}, overwritten
   */
  void differentiate(
      INDArray pictures, INDArray delta, Parameters gradients, Optional<INDArray> below);

  /**
   * Those of the filters, or the gradients by them.
   *
   * @param weights {@code [down, across, c / groups, filters]}, dense or a range of the filters of
   *     dense ones
   * @param bias {@code [1, filters]}
   */
  record Parameters(INDArray weights, Optional<INDArray> bias) {}
}
