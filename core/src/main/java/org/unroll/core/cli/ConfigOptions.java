package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.train.ContinuedRun;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;
import picocli.CommandLine.Option;

/** {@code -c FILE} and {@code -s key=value}, for every command that takes a config. */
final class ConfigOptions {
  /** What a run with the app's defaults is called. */
  static final String DEFAULT = "default";

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "YAML file laid over the app's defaults.")
  private Path file;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "key=value",
      description = "Overrides one key: -s train.epochs=3. May be repeated.")
  private List<String> settings = new ArrayList<>();

  boolean given() {
    return file != null || !settings.isEmpty();
  }

  /** What a new run is called unless the user names it. */
  String defaultName() {
    return file == null ? DEFAULT : name(file);
  }

  /** What a run with this config is called. */
  static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "").replaceAll("[^\\w.-]", "-");
  }

  /** Defaults, file and settings as one checked config. */
  <C extends Record & RunConfig> Loaded<C> load(App<C> app) {
    return AppConfig.load(app, files(), settings);
  }

  /**
   * The same, and each config that {@code compare} would train of it.
   *
   * @throws org.unroll.core.UserError with all mistakes
   */
  <C extends Record & RunConfig> Loaded<C> loadCompared(App<C> app) {
    Loaded<C> loaded = load(app);
    if (loaded.config().compare().isPresent()) {
      ComparedRows.of(app, file == null ? List.of() : List.of(file), List.of(), settings);
    }
    return loaded;
  }

  /** What a run keeps with file and settings laid over it: what they do not name is as it was. */
  <C extends Record & RunConfig> Loaded<C> loadOver(RunDirectory run, App<C> app) {
    return AppConfig.reload(app, ConfigText.of(run.config()), files(), settings);
  }

  /** The same of a run that is trained on. */
  <C extends Record & RunConfig> Loaded<C> loadOver(ContinuedRun<C> run) {
    return run.with(files(), settings);
  }

  private List<ConfigText> files() {
    return file == null ? List.of() : List.of(ConfigText.of(file));
  }
}
