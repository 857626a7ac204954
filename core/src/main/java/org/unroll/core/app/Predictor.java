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

  /** What units of the net did over a text that it wrote or read; empty if it has none to show. */
  default Optional<Sample.Units> traced(O answer) {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
