package org.unroll.core.app;

import java.util.List;

/**
 * A trained net behind plain records: the command line, the UI and notebooks use nothing else. Not
 * thread-safe.
 */
public interface Predictor<I, O> extends AutoCloseable {
  /**
   * @return one output for each input, in their order
   */
  List<O> predict(List<I> inputs);

  @Override
  default void close() {}
}
