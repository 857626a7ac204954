package org.unroll.core.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the mistakes of one configuration, so that all are reported at once. Not thread-safe.
 */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  public void add(String path, String message) {
    found.add(new Problem(path, message));
  }

  public List<Problem> found() {
    return List.copyOf(found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }
}
