package org.unroll.datasets.series;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What was odd about the data: counts by kind, with the first example. Not thread-safe. */
final class Findings {
  private final Map<String, Finding> found = new LinkedHashMap<>();

  private record Finding(long count, String example) {}

  void add(String kind, long count, String example) {
    if (count > 0) {
      found.merge(
          kind,
          new Finding(count, example),
          (before, more) -> new Finding(before.count() + more.count(), before.example()));
    }
  }

  long count(String kind) {
    return found.getOrDefault(kind, new Finding(0, "")).count();
  }

  /** A line for each kind. */
  void report(String source, Consumer<String> notices) {
    found.forEach(
        (kind, finding) ->
            notices.accept(
                "%s: %,d %s; first: %s"
                    .formatted(source, finding.count(), kind, finding.example())));
  }
}
