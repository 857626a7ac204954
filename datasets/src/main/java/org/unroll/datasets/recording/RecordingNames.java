package org.unroll.datasets.recording;

import java.util.HashMap;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;

/** The names of the recordings of a folder or a table, no two alike. Not thread-safe. */
final class RecordingNames {
  private final Map<String, Origin> known = new HashMap<>();

  /**
   * @throws UserError if another has it
   */
  void add(String name, Origin origin) {
    Origin other = known.putIfAbsent(name, origin);
    if (other != null) {
      throw new UserError(
          "%s: a second recording called '%s'; the first is %s. Rename one of them."
              .formatted(origin, name, other));
    }
  }
}
