package org.unroll.core.ui;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The runs of one server by name. A request names a run; it never names a path, so nothing outside
 * these directories can be read. Thread-safe.
 */
final class AttachedRuns {
  // Names start with the time of the run: the newest of an app comes first.
  private final Map<String, AttachedRun> byName =
      new ConcurrentSkipListMap<>(Collections.reverseOrder());

  void put(AttachedRun run) {
    byName.put(run.name(), run);
  }

  void remove(String name) {
    byName.remove(name);
  }

  Optional<AttachedRun> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  List<AttachedRun> list() {
    return List.copyOf(byName.values());
  }

  /** What to show first: the run in training here, otherwise the one written to last. */
  Optional<AttachedRun> first() {
    Optional<AttachedRun> first = Optional.empty();
    long latest = -1;
    for (AttachedRun run : list()) {
      long changed = run.live() ? Long.MAX_VALUE : run.changed();
      if (changed > latest) {
        first = Optional.of(run);
        latest = changed;
      }
    }
    return first;
  }
}
