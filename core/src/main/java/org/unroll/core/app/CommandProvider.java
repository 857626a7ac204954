package org.unroll.core.app;

/** A command that another module adds beside the apps; found by {@code ServiceLoader}. */
public interface CommandProvider {
  /** A picocli command object. */
  Object command();
}
