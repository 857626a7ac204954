package org.unroll.core.engine;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Lets the processes of a round begin beyond their last mean, in the direction in which it moved,
 * since a mean moves only as far as one process in its Nth of the steps: blockwise model-update
 * filtering with Nesterov's momentum (Chen & Huo 2016, "Scalable training of deep learning machines
 * by incremental block training with intra-block parallel optimization and blockwise model-update
 * filtering", with a block learning rate of 1). Its equations 3, 4 and 6 come to this: the weights
 * of a round are the mean.
 */
final class BlockMomentum {
  private final double part;
  private Optional<INDArray> change = Optional.empty(); // [1, n], by the last round

  /**
   * @param part of the last change that is made again, from 0 to less than 1
   */
  BlockMomentum(double part) {
    this.part = part;
  }

  /** What the first round has is empty. */
  Optional<INDArray> change() {
    return change;
  }

  /** Puts back what {@link #change()} gave. */
  void change(Optional<INDArray> last) {
    change = last;
  }

  /** Before a round; false if nothing leads. */
  boolean lead(WeightState weights) {
    change.ifPresent(each -> weights.move(each, part));
    return change.isPresent();
  }

  /** After a round. */
  void moved(INDArray before, INDArray mean) {
    if (part > 0) {
      change = Optional.of(mean.sub(before));
    }
  }
}
