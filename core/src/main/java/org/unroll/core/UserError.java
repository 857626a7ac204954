package org.unroll.core;

/**
 * A mistake the user can mend. The message says what, where, what was expected and what to do; the
 * command line prints it without a stack trace and exits with code 2.
 */
public class UserError extends RuntimeException {
  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
