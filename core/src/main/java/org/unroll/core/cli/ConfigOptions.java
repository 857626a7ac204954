package org.unroll.core.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.ConfigLoader;
import org.unroll.core.config.ConfigText;
import org.unroll.core.config.Loaded;
import org.unroll.core.config.Problems;
import picocli.CommandLine.Option;

/** {@code -c FILE} and {@code -s key=value}, for every command that takes a config. */
final class ConfigOptions {
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
    if (file == null) {
      return "default";
    }
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "").replaceAll("[^\\w.-]", "-");
  }

  /** Defaults, file and settings as one checked config. */
  <C extends Record & RunConfig> Loaded<C> load(App<C> app, String... moreSettings) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(List.of(moreSettings));
    List<ConfigText> deltas = file == null ? List.of() : List.of(ConfigText.of(file));
    return checked(app, new ConfigLoader<>(app.configType()).load(defaults(app), deltas, all));
  }

  /** A resolved config as a run keeps it; the defaults may have changed since. */
  static <C extends Record & RunConfig> Loaded<C> load(App<C> app, ConfigText resolved) {
    ConfigLoader<C> loader = new ConfigLoader<>(app.configType());
    return checked(app, loader.load(resolved, List.of(), List.of()));
  }

  private static <C extends Record & RunConfig> Loaded<C> checked(App<C> app, Loaded<C> loaded) {
    Problems problems = new Problems();
    app.check(loaded.config(), problems);
    loaded.tree().throwIfAny(problems);
    return loaded;
  }

  /** {@code configs/<app>.yaml}, which the app's jar carries. */
  private static ConfigText defaults(App<?> app) {
    String name = "configs/" + app.name() + ".yaml";
    try (InputStream in = app.getClass().getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the app's jar lacks " + name);
      }
      return new ConfigText(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
