package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.function.Function;

/**
 * One block after another. What lies between two of them is let go as soon as it was read, as
 * Python does and DJL does not: PyTorch itself keeps what the gradient needs, and the rest is free
 * to be written again.
 */
final class Chain extends SequentialBlock {
  @Override
  public Chain add(Block block) {
    super.add(block);
    return this;
  }

  @Override
  public Chain addSingleton(Function<NDArray, NDArray> function) {
    super.addSingleton(function);
    return this;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    NDList read = inputs;
    for (Block block : getChildren().values()) {
      NDList given = block.forward(store, read, training);
      if (read != inputs) {
        read.close();
      }
      read = given;
    }
    return read;
  }
}
