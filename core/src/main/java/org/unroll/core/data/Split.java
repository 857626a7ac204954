package org.unroll.core.data;

import java.util.Locale;

/** The three parts of a data set. The test part is only opened when asked for by name. */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  /** The name in YAML, JSON and on the command line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
