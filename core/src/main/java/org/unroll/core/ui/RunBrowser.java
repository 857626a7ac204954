package org.unroll.core.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unroll.core.UserError;

/** Opens all past runs in the training view: {@code ./unroll ui}. */
public final class RunBrowser {
  // runs/<app>/<run>/, and one more for the runs of --seeds and folds.
  private static final int DEPTH = 3;
  private static final long RESCAN_MILLISECONDS = 3000;

  private RunBrowser() {}

  /**
   * Starts the view over every run below a directory, each called {@code <app>/<run>}. A run that
   * was killed, is damaged or still trains in another process is shown as far as it can be read.
   * Runs that begin later appear by themselves after their first epoch.
   *
   * @param runsDirectory usually {@code runs}
   * @param host see {@link TrainingUi#start}
   * @param port see {@link TrainingUi#start}
   * @throws UserError if there is no run, the host is not this machine or no port is free
   */
  public static TrainingUi browse(Path runsDirectory, String host, int port) {
    Path root = runsDirectory.toAbsolutePath().normalize();
    List<Path> runs = find(root);
    if (runs.isEmpty()) {
      throw new UserError(
          "No runs in "
              + root
              + "; expected <app>/<run>/ with stats.dl4j or metrics.jsonl. Train one first"
              + " (./unroll sentiment train) or name the directory that holds your runs.");
    }
    TrainingUi view = TrainingUi.start(host, port);
    try {
      for (Path run : runs) {
        show(view, root, run);
      }
      view.repeat(RESCAN_MILLISECONDS, () -> rescan(view, root));
      return view;
    } catch (RuntimeException e) {
      view.close();
      throw e;
    }
  }

  /** Finds runs that began, and charts that became free, after the view was opened. */
  private static void rescan(TrainingUi view, Path root) {
    for (Path run : find(root)) {
      // Not before its first epoch: opening stats.dl4j while the trainer creates it would lock the
      // trainer out.
      if (Files.exists(run.resolve(AttachedRun.METRICS))) {
        show(view, root, run);
      }
    }
  }

  private static void show(TrainingUi view, Path root, Path run) {
    view.show(run, root.relativize(run).toString().replace('\\', '/'));
  }

  private static List<Path> find(Path root) {
    List<Path> runs = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return runs;
    }
    try (Stream<Path> paths = Files.walk(root, DEPTH)) {
      for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
        if (!path.equals(root) && Files.isDirectory(path) && AttachedRun.isRun(path)) {
          runs.add(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the runs in " + root, e);
    }
    return runs;
  }
}
