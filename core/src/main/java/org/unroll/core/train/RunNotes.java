package org.unroll.core.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.unroll.core.app.Task;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Table;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.DataFacts;
import org.unroll.core.run.RunDirectory;

/**
 * What a run tells of its data and of its time: {@code data.json} and {@code timings.json}. Times
 * are those since the last start. Work is timed by one thread; notices may come from any.
 */
final class RunNotes {
  private static final double NANOS = 1e9;

  private final Set<String> notices = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Map<List<Split>, List<Table>> facts = new HashMap<>(); // counting takes its time

  /** The same access, whose notices are kept; one that comes twice is kept once. */
  DataAccess listening(DataAccess access) {
    return new DataAccess(
        access.offline(),
        notice -> {
          notices.add(notice);
          access.notices().accept(notice);
        },
        access.progress(),
        access.columns());
  }

  /** Adds how long it takes to what the same took before. */
  <T> T time(String what, Supplier<T> work) {
    seconds.putIfAbsent(what, 0.0); // before what is timed within it
    long began = System.nanoTime();
    T made = work.get();
    seconds.merge(what, (System.nanoTime() - began) / NANOS, Double::sum);
    return made;
  }

  /** What a task says of splits, counted once. */
  List<Table> facts(Task<?, ?> task, List<Split> splits) {
    return facts.computeIfAbsent(splits, task::facts);
  }

  /**
   * Writes what is known by now.
   *
   * @param facts of the data that was read
   */
  void write(RunDirectory run, List<Table> facts) {
    new DataFacts(facts, new ArrayList<>(notices)).write(run);
    AtomicFile.writeJson(run.timings(), seconds);
  }
}
