package org.unroll.core.notebook;

import org.unroll.core.UserError;

/** A command that a cell runs was stopped by the user. */
final class StoppedCell extends UserError {
  private static final long serialVersionUID = 1;

  StoppedCell(String command) {
    super("./unroll " + command + " was stopped");
  }
}
