package org.unroll.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.report.Comparison;
import org.unroll.core.run.RunDirectory;

/** The runs that directories stand for: a run itself, the rows of a comparison, seeds or folds. */
final class InspectedRuns {
  private final Map<String, RunDirectory> runs = new LinkedHashMap<>();

  private InspectedRuns() {}

  /** By a name that tells them apart. */
  static Map<String, RunDirectory> of(List<Path> paths) {
    InspectedRuns all = new InspectedRuns();
    for (Path path : paths) {
      all.add(paths.size() == 1 ? "" : new RunDirectory(path).givenName(), path);
    }
    return all.runs;
  }

  private void add(String name, Path path) {
    RunDirectory parent = new RunDirectory(path);
    if (Files.isRegularFile(path.resolve(RunDirectory.COMPARISON))) {
      for (String row : Comparison.read(parent).rows()) {
        add(below(name, row), path.resolve(row));
      }
      return;
    }
    RunDirectory run = RunDirectory.open(path);
    List<Path> repeated = Files.exists(run.model()) ? List.of() : repetitions(path);
    if (repeated.isEmpty()) {
      runs.put(runs.containsKey(name) ? path.toString() : name, run);
    }
    for (Path each : repeated) {
      add(below(name, each.getFileName().toString()), each);
    }
  }

  private static String below(String name, String part) {
    return name.isEmpty() ? part : name + "/" + part;
  }

  private static List<Path> repetitions(Path run) {
    try (Stream<Path> files = Files.list(run)) {
      return files.filter(file -> new RunDirectory(file).begun()).sorted().toList();
    } catch (IOException e) {
      throw new UserError("cannot read " + run + ": " + e, e);
    }
  }
}
