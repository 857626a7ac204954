package org.unroll.core.history;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.yaml.NearestName;

/** Finds runs by a path, or by the name that {@code runs list} prints. */
public final class NamedRuns {
  private NamedRuns() {}

  /**
   * The directories by their names.
   *
   * @throws UserError if there is no such run
   */
  public static Map<String, Path> of(List<String> names) {
    Map<String, Path> all = StoredRuns.find(RunDirectory.runs());
    Map<String, Path> found = new LinkedHashMap<>();
    for (String name : names) {
      Path run = find(name, all);
      found.put(name(run, all), run);
    }
    return found;
  }

  private static Path find(String name, Map<String, Path> all) {
    if (all.containsKey(name)) {
      return all.get(name);
    }
    Optional<Path> path = path(name);
    if (path.isEmpty()) {
      throw new UserError(
          "no run '%s', neither a directory nor a name%s"
              .formatted(
                  name,
                  NearestName.of(name, all.keySet())
                      .map(near -> "; did you mean '" + near + "'?")
                      .orElse(": ./unroll runs list shows them")));
    }
    if (!StoredRuns.isRun(path.get())) {
      throw new UserError(
          "%s is no run: expected a directory with a config.yaml, or a name as ./unroll runs list prints it"
              .formatted(path.get()));
    }
    return path.get();
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** One of those below the directory of runs has a name, any other its path. */
  private static String name(Path run, Map<String, Path> all) {
    Path path = run.toAbsolutePath().normalize();
    return all.entrySet().stream()
        .filter(each -> each.getValue().toAbsolutePath().normalize().equals(path))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(run.toString());
  }
}
