package org.unroll.core.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.OneLine;
import org.unroll.core.ShellText;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.metric.Scale;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;

/**
 * {@code best.yaml}: the config of the best trial as a file for {@code -c}. It holds all that
 * differs from the app's defaults, the file and settings that the search began with too.
 */
final class BestFile {
  private BestFile() {}

  static <C extends Record & RunConfig> Path write(
      App<C> app, RunDirectory directory, Search search) {
    Path file = directory.path().resolve("best.yaml");
    Trial best = search.best().orElseThrow();
    RunDirectory run = directory.within(best.name());
    Loaded<C> config = AppConfig.reload(app, ConfigText.of(run.config()));
    Loaded<C> defaults = AppConfig.load(app, List.of(), List.of());
    List<String> lines = new ArrayList<>(header(search, best, file));
    lines.add(defaults.fileTo(config, List.of("app")));
    AtomicFile.writeText(file, String.join("\n", lines));
    return file;
  }

  private static List<String> header(Search search, Trial best, Path file) {
    int trained = (int) search.trials().stream().filter(Trial::isScored).count();
    String commit = search.commit().isEmpty() ? "" : " (commit " + search.commit() + ")";
    String command = String.join(" ", search.command().stream().map(ShellText::word).toList());
    return List.of(
            "# %s: %s, the best of %d trials by validation %s: %s%s"
                .formatted(
                    search.app(),
                    best.name(),
                    trained,
                    search.metric(),
                    score(search, best),
                    beside(search, best)),
            "# Searched by ./unroll " + command + commit,
            "# Train it: ./unroll %s train -c %s".formatted(search.app(), ShellText.word(file)))
        .stream()
        .map(OneLine::of)
        .toList();
  }

  private static String beside(Search search, Trial best) {
    Trial first = search.first();
    if (best.name().equals(first.name())) {
      return ", the config as it was";
    }
    return first.isScored() ? "; the config as it was: " + score(search, first) : "";
  }

  private static String score(Search search, Trial trial) {
    return Scale.of(search.metric()).text(trial.score());
  }
}
