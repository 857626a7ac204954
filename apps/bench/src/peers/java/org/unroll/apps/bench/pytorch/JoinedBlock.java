package org.unroll.apps.bench.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.Map;

/** A block of blocks whose forward pass is written down, as in a {@code Module} of PyTorch. */
abstract class JoinedBlock extends AbstractBlock {
  private final Map<Block, Shape> parts = new LinkedHashMap<>();

  /**
   * @param input of the part, with any batch and time
   */
  final <B extends Block> B add(String name, B part, Shape input) {
    parts.put(part, input);
    return addChildBlock(name, part);
  }

  protected abstract NDArray scores(ParameterStore store, NDList inputs, boolean training);

  @Override
  protected final NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
    return new NDList(scores(store, inputs, training));
  }

  @Override
  protected final void initializeChildBlocks(NDManager manager, DataType type, Shape... unused) {
    parts.forEach((part, input) -> part.initialize(manager, type, input));
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] inputs) {
    throw new UnsupportedOperationException("nothing stands upon this block");
  }
}
