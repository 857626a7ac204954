package org.unroll.core.history;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a run stands. */
public enum RunState {
  /** A process holds it. */
  TRAINING,
  /** Trained and scored to its end. */
  FINISHED,
  /** Ended before; {@code train --resume} goes on with it. */
  STOPPED,
  /** One of several whose turn has not come. */
  WAITING;

  /** As files and pages say it. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
