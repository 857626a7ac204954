package org.unroll.core.app;

import java.util.List;
import java.util.Optional;

/**
 * A trained net behind plain records: the command line, the UI and notebooks use nothing else. Not
 * thread-safe.
 */
public interface Predictor<I, O> extends AutoCloseable {
  /**
   * @return one output for each input, in their order
   */
  List<O> predict(List<I> inputs);

  /**
   * The same for inputs that are some of many, and tells pieces of the answers as they are known.
   * Those that know an answer at once tell nothing.
   *
   * @param places of the inputs among all that are asked with them, from 0: what is drawn by chance
   *     for an input follows from its place and the seed alone, not from those beside it
   */
  default List<O> predict(List<I> inputs, int[] places, Pieces pieces) {
    return predict(inputs);
  }

  /**
   * An answer with what led to it, to be looked at: where the net looked, what its units did, how a
   * forecast goes on from what is known. Of what the truth is it says nothing. Empty if there is no
   * more to see than the answer itself; may ask the net again.
   */
  default Optional<Sample> explained(I input, O answer) {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
