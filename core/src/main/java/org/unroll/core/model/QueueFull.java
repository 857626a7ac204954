package org.unroll.core.model;

import java.util.concurrent.RejectedExecutionException;

/** As many questions wait for a net as may. */
public final class QueueFull extends RejectedExecutionException {
  private static final long serialVersionUID = 1L;

  QueueFull(String message) {
    super(message);
  }
}
