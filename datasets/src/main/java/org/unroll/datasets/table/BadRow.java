package org.unroll.datasets.table;

import org.unroll.core.data.Origin;

/** A row that was skipped, and why. */
public record BadRow(Origin origin, String reason) {
  @Override
  public String toString() {
    return origin + ": " + reason;
  }
}
