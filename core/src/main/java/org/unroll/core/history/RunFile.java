package org.unroll.core.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.run.RunDirectory;

/** The files of a run that are for readers, by their names alone. */
public final class RunFile {
  /** In the order in which they are shown; nothing else is ever given out. */
  public static final List<String> NAMES =
      List.of(
          "report.html",
          "comparison.html",
          "search.html",
          "best.yaml",
          "inspection.html",
          "config.yaml",
          "result.json",
          "metrics.jsonl",
          "provenance.json",
          "log.txt");

  private RunFile() {}

  /** Those that a run has. */
  static List<String> of(RunDirectory run) {
    List<String> there = new ArrayList<>();
    for (String name : NAMES) {
      if (Files.isRegularFile(run.path().resolve(name))) {
        there.add(name);
      }
    }
    return List.copyOf(there);
  }

  /**
   * A file of a run to read from.
   *
   * @param name as asked for by anybody
   * @return its real path; empty if it is none of {@link #NAMES}, is not there, or is a link that
   *     leads out of the directory
   */
  public static Optional<Path> find(RunDirectory run, String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    try {
      Path file = run.path().resolve(name).toRealPath();
      boolean inside = file.startsWith(run.path().toRealPath());
      return inside && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(file)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // not there
    }
  }
}
