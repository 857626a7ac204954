package org.unroll.apps.serve;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.unroll.core.UserError;

/** Looks once a second whether an app has a newer run that finished, and serves that one then. */
final class LatestWatch implements AutoCloseable {
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "watch");
            thread.setDaemon(true);
            return thread;
          });
  private final ServedRuns runs;
  private final List<RunSource> sources;
  private final BiFunction<String, Path, ServedRun> open;
  private final Map<String, String> told = new HashMap<>(); // the last, by name

  /**
   * @param sources of the latest runs
   * @param open opens the run of a name
   */
  LatestWatch(ServedRuns runs, List<RunSource> sources, BiFunction<String, Path, ServedRun> open) {
    this.runs = runs;
    this.sources = sources;
    this.open = open;
  }

  void start() {
    looking.scheduleWithFixedDelay(() -> sources.forEach(this::look), 1, 1, TimeUnit.SECONDS);
  }

  /** A run that cannot be served leaves the one before in its place, and is tried until it can. */
  private void look(RunSource source) {
    ServedRun served = runs.find(source.name());
    try {
      Path latest = source.find();
      if (!latest.equals(served.directory())) {
        runs.replace(open.apply(source.name(), latest));
        tell(source, "now " + runs.find(source.name()).version());
      }
    } catch (UserError e) {
      tell(source, "still " + served.version() + ": " + e.getMessage());
    } catch (RuntimeException e) { // it must look again, whatever a half-written run led to
      tell(source, "still " + served.version() + ": " + e);
    }
  }

  /** Once, though it looks each second. */
  private void tell(RunSource source, String what) {
    if (!what.equals(told.put(source.name(), what))) {
      System.err.println(source.name() + ": " + what);
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
