package org.unroll.core.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.jshell.execution.DirectExecutionControl;

/**
 * Runs snippets in this JVM and in the thread that asks, as a net is owned by one thread, and keeps
 * what they give as the object that it is: JShell itself hands on text alone.
 */
final class HeldExecution extends DirectExecutionControl {
  private Object value;
  private Throwable thrown;

  /** What the last snippet gave; null if it gives nothing, as JShell says it. */
  Object value() {
    return value;
  }

  /** What the last snippet threw; null if it ended well. */
  Throwable thrown() {
    return thrown;
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    value = null;
    thrown = null;
    try {
      value = snippet.invoke(null);
      return "";
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
      throw e;
    }
  }
}
