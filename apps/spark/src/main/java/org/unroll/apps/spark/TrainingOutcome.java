package org.unroll.apps.spark;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;

/**
 * How a training on an executor ended. What it failed of is an outcome too: to Spark a task that
 * throws is one to try again.
 *
 * @param thrown null if it ended, or was stopped
 * @param notices what the user should know
 */
record TrainingOutcome(RuntimeException thrown, ArrayList<String> notices) implements Serializable {
  private static final long serialVersionUID = 1;

  static TrainingOutcome ended(List<String> notices) {
    return new TrainingOutcome(null, new ArrayList<>(notices));
  }

  static TrainingOutcome failed(Throwable thrown, List<String> notices) {
    return new TrainingOutcome(sendable(thrown), new ArrayList<>(notices));
  }

  /** The same, or if it holds what cannot be sent, what it says. */
  private static RuntimeException sendable(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return new UserError(
          "out of memory on an executor (%s): lower data.batch, data.max-length or the sizes in graph, or give executors more heap than %d MiB, such as SPARK_EXECUTOR_MEMORY=2g"
              .formatted(thrown.getMessage(), Runtime.getRuntime().maxMemory() >> 20));
    }
    if (thrown instanceof RuntimeException same && isSendable(same)) {
      return same;
    }
    if (thrown instanceof UserError) {
      return new UserError(thrown.getMessage());
    }
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return new IllegalStateException("on an executor: " + trace);
  }

  private static boolean isSendable(RuntimeException thrown) {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(thrown);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
