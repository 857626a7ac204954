package org.unroll.core.train;

import org.unroll.core.UserError;
import org.unroll.core.engine.Diverged;

/** A training whose numbers are no longer finite, as its config, or its data, made them. */
public final class DivergedTraining extends UserError {
  DivergedTraining(String message) {
    super(message);
  }

  DivergedTraining(String message, Diverged cause) {
    super(message, cause);
  }
}
