package org.unroll.core.app;

import java.util.List;
import java.util.stream.IntStream;

/** A net that writes its answers piece by piece, and may draw them by chance. Not thread-safe. */
public interface WritingPredictor<I, O> extends Predictor<I, O> {
  @Override
  List<O> predict(List<I> inputs, int[] places, Pieces pieces);

  @Override
  default List<O> predict(List<I> inputs) {
    return predict(inputs, IntStream.range(0, inputs.size()).toArray(), Pieces.NONE);
  }
}
