package org.unroll.core.app;

/** A command that another module adds to every app; found by {@code ServiceLoader}. */
public interface AppCommandProvider {
  /**
   * @return a picocli command object
   */
  Object command(App<?> app);
}
