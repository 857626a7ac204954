package org.unroll.core.pretrained;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The weights in an open file. */
public interface NetWeights extends AutoCloseable {
  /**
   * The weights of a piece, by the names and in the shapes of the layer that it becomes.
   *
   * @param input what the piece reads
   * @throws PretrainedException if the file lacks them
   */
  Map<String, INDArray> of(Piece piece, Extent input);

  @Override
  void close();
}
