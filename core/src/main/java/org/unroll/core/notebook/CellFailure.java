package org.unroll.core.notebook;

import org.unroll.core.UserError;

/** A cell that does not compile, or whose code threw something. */
public final class CellFailure extends UserError {
  private final int line;

  /**
   * @param line of the cell, from 1
   * @param cause null if it does not compile
   */
  CellFailure(int line, String message, Throwable cause) {
    super(message, cause);
    this.line = line;
  }

  /** In the cell, from 1. */
  int line() {
    return line;
  }
}
