package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.metric.Table;

/** What took how long, and how fast the training was. */
final class TimeTable {
  private final RunRecords run;

  TimeTable(RunRecords run) {
    this.run = run;
  }

  Table table() {
    List<List<String>> rows = new ArrayList<>();
    if (run.result.path("seconds").isNumber()) {
      add(rows, "training and validation", run.result.path("seconds").asDouble());
      String speed = Readable.count(run.result.path("examples-per-second").asDouble());
      rows.add(List.of("training examples a second", speed));
    } else if (!run.epochs.isEmpty()) {
      double seconds = run.epochs.lastEntry().getValue().path("seconds").asDouble();
      add(rows, "time of the epochs done", seconds);
    }
    run.timings.forEach((what, seconds) -> add(rows, what, seconds));
    return new Table("", List.of("what", "time"), rows);
  }

  private static void add(List<List<String>> rows, String what, double seconds) {
    rows.add(List.of(what, Readable.duration(seconds)));
  }
}
