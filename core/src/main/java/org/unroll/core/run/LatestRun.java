package org.unroll.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.unroll.core.UserError;

/** What {@code latest} means: one of an app's runs below the working directory. */
final class LatestRun {
  private LatestRun() {}

  /**
   * The newest that has a result.
   *
   * @throws UserError if none has
   */
  static Path finished(String app) {
    List<Path> runs = newestFirst(app);
    return runs.stream()
        .filter(run -> Files.isRegularFile(new RunDirectory(run).result()))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "no run of %s has finished yet; the latest, %s, did not: go on with ./unroll %s train --resume latest, or name it by its path in place of latest"
                        .formatted(app, runs.get(0), app)));
  }

  /**
   * The newest with something left to train or to score.
   *
   * @throws UserError if there is none
   */
  static Path unfinished(String app) {
    List<Path> runs = newestFirst(app);
    return runs.stream()
        .filter(run -> !new RunDirectory(run).finished())
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "no run of %s is left to go on with: all finished, the latest is %s; to train it further, --continue %s"
                        .formatted(app, runs.get(0), runs.get(0))));
  }

  /** Those that have begun, at least one; their names begin with their time. */
  private static List<Path> newestFirst(String app) {
    Path parent = RunDirectory.runs().resolve(app);
    List<Path> newestFirst = Files.isDirectory(parent) ? begun(parent) : List.of();
    if (newestFirst.isEmpty()) {
      throw new UserError(
          "no run of %s yet below %s: train one first with ./unroll %s train"
              .formatted(app, parent.toAbsolutePath(), app));
    }
    return newestFirst;
  }

  private static List<Path> begun(Path parent) {
    try (Stream<Path> runs = Files.list(parent)) {
      return runs.filter(run -> new RunDirectory(run).begun())
          .sorted(Comparator.comparing((Path run) -> run.getFileName().toString()).reversed())
          .toList();
    } catch (IOException e) {
      throw new UserError("cannot read " + parent + ": " + e, e);
    }
  }
}
