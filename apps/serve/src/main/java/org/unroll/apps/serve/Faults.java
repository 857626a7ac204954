package org.unroll.apps.serve;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.BadMessageException;
import org.unroll.core.UserError;
import org.unroll.core.model.QueueFull;
import org.unroll.core.run.UnwritableFile;

/** What whoever asked is told of what went wrong. */
final class Faults {
  private Faults() {}

  /** The reason behind what futures wrap it in. */
  static Throwable reason(Throwable thrown) {
    Throwable reason = thrown;
    while (reason instanceof CompletionException && reason.getCause() != null) {
      reason = reason.getCause();
    }
    return reason;
  }

  /**
   * Nothing of the inside of the server is told; a bug goes to the error stream, with its trace.
   */
  static Problem problem(Throwable thrown) {
    Throwable reason = reason(thrown);
    if (reason instanceof Refusal refusal) {
      return refusal.problem();
    }
    if (reason instanceof UnwritableFile) {
      reason.printStackTrace();
      return Problem.of(503, "the server has no room for what was sent: try again later");
    }
    if (reason instanceof UserError) {
      return Problem.of(422, reason.getMessage());
    }
    if (reason instanceof QueueFull) {
      return Problem.of(503, "too many requests wait for this net: try again later");
    }
    if (reason instanceof RejectedExecutionException) {
      return Problem.of(503, "the server is ending: ask another, or try again later");
    }
    if (reason instanceof CancellationException) {
      return Problem.of(503, "nobody waits for the answer any more");
    }
    if (reason instanceof TimeoutException) {
      return Problem.of(504, "no answer in time: ask for less at once, or try again later");
    }
    if (reason instanceof BadMessageException bad) {
      return Problem.of(bad.getCode(), "the request cannot be read: " + bad.getReason());
    }
    reason.printStackTrace();
    return Problem.of(500, "the server failed on this request; its log says why");
  }
}
