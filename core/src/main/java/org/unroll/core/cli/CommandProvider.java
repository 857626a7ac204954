package org.unroll.core.cli;

/**
 * Adds a command that belongs to no app, such as {@code datasets}. Found by {@code ServiceLoader},
 * so that core need not know the module that brings it.
 */
public interface CommandProvider {
  /** A new object of a class annotated with picocli's {@code @Command}, which names it. */
  Object command();
}
