package org.unroll.apps.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.history.NamedRuns;
import org.unroll.core.model.Unroll;
import org.unroll.core.run.RunDirectory;

/**
 * Which run is served under a name.
 *
 * @param latest the app whose latest run that finished it is; empty for one run
 * @param directory of that run; of a latest one it changes
 */
record RunSource(String name, Optional<String> latest, Optional<Path> directory) {
  private static final String LATEST = "latest";

  /** The latest run of an app, or one of its runs. */
  static RunSource of(String app, String run) {
    if (run.equals(LATEST)) {
      return latest(app, app);
    }
    Path directory = of(app, RunDirectory.open(app, run));
    return new RunSource(app, Optional.empty(), Optional.of(directory));
  }

  private static RunSource latest(String name, String app) {
    return new RunSource(name, Optional.of(app), Optional.empty());
  }

  /**
   * Reads {@code [name=]run}, where the run is a directory, a name as {@code runs list} prints it,
   * or {@code <app>/latest}. Without a name it is that of the app.
   */
  static RunSource parse(String text) {
    int equals = text.indexOf('=');
    String run = text.substring(equals + 1);
    Optional<String> name = equals < 0 ? Optional.empty() : Optional.of(text.substring(0, equals));
    name.ifPresent(RunSource::requireName);
    if (run.matches("\\w+/" + LATEST) && !Path.of(run).toFile().exists()) {
      String app = run.substring(0, run.indexOf('/'));
      return latest(name.orElse(app), app);
    }
    Path directory = NamedRuns.of(List.of(run)).values().iterator().next();
    return new RunSource(
        name.orElseGet(() -> Unroll.appOf(directory)), Optional.empty(), Optional.of(directory));
  }

  private static void requireName(String name) {
    if (!name.matches("[\\w.-]{1,100}")) {
      throw new UserError(
          "--run %s=…: a name is of letters, digits and . _ - alone, as it stands in addresses"
              .formatted(name));
    }
  }

  /**
   * Where the run lies now.
   *
   * @throws UserError if there is none
   */
  Path find() {
    return directory.orElseGet(() -> of(latest.get(), RunDirectory.open(latest.get(), LATEST)));
  }

  private static Path of(String app, RunDirectory run) {
    String of = Unroll.appOf(run.path());
    if (!of.equals(app)) {
      throw new UserError("%s is a run of %s, not of %s".formatted(run.path(), of, app));
    }
    return run.path();
  }
}
