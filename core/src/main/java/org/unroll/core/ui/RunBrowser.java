package org.unroll.core.ui;

import java.nio.file.Path;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.history.StoredRuns;

/** Opens all past runs in the training view: {@code ./unroll ui}. */
public final class RunBrowser {
  private static final long RESCAN_MILLISECONDS = 3000;

  private RunBrowser() {}

  /**
   * Starts the view over every run below a directory, each called {@code <app>/<run>}. A run that
   * was killed, is damaged or still trains in another process is shown as far as it can be read.
   * Runs that begin later appear by themselves.
   *
   * @param runsDirectory usually {@code runs}
   * @param host see {@link TrainingUi#start}
   * @param port see {@link TrainingUi#start}
   * @throws UserError if there is no run, the host is not this machine or no port is free
   */
  public static TrainingUi browse(Path runsDirectory, String host, int port) {
    Path root = runsDirectory.toAbsolutePath().normalize();
    Map<String, Path> runs = StoredRuns.find(root);
    if (runs.isEmpty()) {
      throw new UserError(
          "No runs in "
              + root
              + "; expected <app>/<run>/ with config.yaml or metrics.jsonl. Train one first"
              + " (./unroll sentiment train) or name the directory that holds your runs.");
    }
    TrainingUi view = TrainingUi.start(host, port);
    try {
      show(view, runs);
      view.repeat(RESCAN_MILLISECONDS, () -> rescan(view, root));
      return view;
    } catch (RuntimeException e) {
      view.close();
      throw e;
    }
  }

  /** Finds runs that began after the view was opened, and forgets deleted ones. */
  private static void rescan(TrainingUi view, Path root) {
    view.forgetDeleted();
    show(view, StoredRuns.find(root));
  }

  private static void show(TrainingUi view, Map<String, Path> runs) {
    runs.forEach((name, directory) -> view.show(directory, name));
  }
}
