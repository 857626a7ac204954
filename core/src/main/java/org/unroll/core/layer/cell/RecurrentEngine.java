package org.unroll.core.layer.cell;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes one kind of cell over whole sequences. Owned by one thread. */
public interface RecurrentEngine {

  /**
   * What a pass is for.
   *
   * @param training whether a backward pass may follow
   * @param last whether {@link CellPass#last()} will be asked
   */
  record Use(boolean training, boolean last) {}

  /**
   * Reads the sequences.
   *
   * @param output {@code [t, b, u]} in C order, to be filled: the hidden states, 0 at masked steps
   * @return valid until the engine's next pass, and as long as weights, input and output are; its
   *     last state only as long as the workspace that is open now
   */
  CellPass forward(CellWeights weights, CellInput input, INDArray output, Use use);

  /** Gives back what it holds beyond Java's heap; it can be used again afterwards. */
  void release();
}
