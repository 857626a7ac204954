package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;
import org.unroll.core.train.ProgressDisplay;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What the commands that train have in common: where the run goes, seeds, the test split. */
final class RunOptions {
  @Option(
      names = "--name",
      description = "Name of the run; default: the config file's, or compare, or search.")
  private String name;

  @Option(names = "--run-dir", paramLabel = "DIR", description = "Where the run goes.")
  private Path directory;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "SEED",
      description = "Trains once for each seed; the result holds means and deviations.")
  private List<Long> seeds; // null if there are none

  @Option(names = "--test", description = "Scores the test split too, at the end.")
  private boolean test;

  @Option(names = "--offline", description = "Never connects to the network.")
  private boolean offline;

  /** Whether the user named a place for the run. */
  boolean placed() {
    return name != null || directory != null;
  }

  List<Long> seeds() {
    if (seeds != null && seeds.isEmpty()) {
      throw new UserError("--seeds names no seed: expected numbers, such as --seeds 1,2,3");
    }
    return seeds == null ? List.of() : seeds;
  }

  /** A new directory. */
  RunDirectory create(String app, String otherwise) {
    if (directory != null && directory.toString().isEmpty()) {
      throw new UserError("--run-dir is empty: expected a directory, such as --run-dir runs/first");
    }
    return directory == null
        ? RunDirectory.create(app, Optional.ofNullable(name).orElse(otherwise))
        : RunDirectory.createAt(directory);
  }

  /** What is asked of a new run. */
  RunRequest request(CommandSpec spec) {
    List<String> command = spec.root().commandLine().getParseResult().originalArgs();
    return new RunRequest(command, test, seeds());
  }

  /** What was asked of a run that goes on, and the test split if it is asked for now. */
  RunRequest request(RunDirectory run) {
    return RunRequest.read(run).orTest(test);
  }

  DataAccess access(Consumer<String> notices) {
    return ProgressDisplay.access(offline, notices, Map.of());
  }
}
