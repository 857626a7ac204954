package org.unroll.core.pretrained;

import org.unroll.core.UserError;

/** A pretrained net that cannot be used. The message is for the user: what, where, what to do. */
public final class PretrainedException extends UserError {
  private final Key key;

  /** The key of the YAML at fault. */
  public enum Key {
    FILE,
    CUT,
    INPUT
  }

  PretrainedException(Key key, String message) {
    super(message);
    this.key = key;
  }

  PretrainedException(String message, Throwable cause) {
    super(message, cause);
    this.key = Key.FILE;
  }

  public Key key() {
    return key;
  }
}
