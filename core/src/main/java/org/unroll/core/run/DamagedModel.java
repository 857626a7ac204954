package org.unroll.core.run;

import java.nio.file.Path;
import org.unroll.core.UserError;

/** A bundle that is there and cannot be read. */
public final class DamagedModel extends UserError {
  private static final long serialVersionUID = 1;

  DamagedModel(Path file, Throwable cause) {
    super(
        file + " is not a readable model of this project (" + what(cause) + "): use another run",
        cause);
  }

  private static String what(Throwable cause) {
    return cause instanceof DamagedEntry ? cause.getMessage() : cause.toString();
  }
}
