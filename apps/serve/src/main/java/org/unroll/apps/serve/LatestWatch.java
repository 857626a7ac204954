package org.unroll.apps.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private Optional<Path> failed = Optional.empty(); // the last that could not be served

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

  /** A run that cannot be served leaves the one before in its place. */
  private void look(RunSource source) {
    ServedRun served = runs.find(source.name());
    try {
      Path latest = source.find();
      if (!latest.equals(served.directory()) && failed.filter(latest::equals).isEmpty()) {
        failed = Optional.of(latest); // unless it is served
        runs.replace(open.apply(source.name(), latest));
        failed = Optional.empty();
        System.err.println(source.name() + ": now " + runs.find(source.name()).version());
      }
    } catch (UserError e) {
      System.err.println(source.name() + ": still " + served.version() + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
