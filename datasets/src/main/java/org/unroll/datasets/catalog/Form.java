package org.unroll.datasets.catalog;

import java.util.Locale;

/** How the files of a data set relate to what its publisher offers. */
public enum Form {
  /** The publisher's own files. */
  ORIGINAL,
  /** Rebuilt from another layout, which the data set's reader also reads. */
  DERIVED,
  /** The public file changes over time, so a digest that differs is never an error. */
  ROLLING;

  /** The name in the catalogue: {@code original}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
