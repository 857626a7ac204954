package org.unroll.core.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
   * The same for one input, and tells pieces of the answer as soon as they are known; they are the
   * whole answer together. Those that know it at once tell nothing.
   */
  default O predict(I input, Consumer<String> pieces) {
    return predict(List.of(input)).get(0);
  }

  /**
   * An answer with what led to it, to be looked at: where the net looked, what its units did, how a
   * forecast goes on from what is known. Of what the truth is it says nothing. Empty if there is no
   * more to see than the answer itself; may ask the net again.
   */
  default Optional<Sample> explained(I input, O answer) {
    return Optional.empty();
  }

  /**
   * Whether what it draws by chance hangs on the place of an input among those asked with it; who
   * asks for several then asks for them one by one.
   */
  default boolean drawsByPlace() {
    return false;
  }

  @Override
  default void close() {}
}
