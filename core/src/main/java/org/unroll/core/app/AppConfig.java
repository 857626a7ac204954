package org.unroll.core.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;
import org.unroll.core.yaml.Problems;

/** Configs of an app, checked as far as can be without data. */
public final class AppConfig {
  private static final String EPOCHS = "train.epochs";

  private AppConfig() {}

  /**
   * The app's defaults with files and settings laid over them.
   *
   * @param settings {@code key=value}
   * @throws org.unroll.core.UserError with all mistakes
   */
  public static <C extends Record & RunConfig> Loaded<C> load(
      App<C> app, List<ConfigText> deltas, List<String> settings) {
    try {
      Loaded<C> loaded = new ConfigLoader<>(app.configType()).load(defaults(app), deltas, settings);
      Problems problems = new Problems();
      app.checkFiles(loaded.config(), problems);
      return checked(app, loaded, problems);
    } catch (UserError e) {
      String remedy = deltas.isEmpty() ? app.remedy(settings).orElse("") : "";
      throw remedy.isEmpty() ? e : new UserError(e.getMessage() + "\n" + remedy, e);
    }
  }

  /** A resolved config as a run keeps it; the defaults may have changed since. */
  public static <C extends Record & RunConfig> Loaded<C> reload(
      App<C> app, ConfigText resolved, String... settings) {
    return reload(app, resolved, List.of(), List.of(settings));
  }

  /** The same with files and settings laid over it. */
  public static <C extends Record & RunConfig> Loaded<C> reload(
      App<C> app, ConfigText resolved, List<ConfigText> deltas, List<String> settings) {
    return checked(app, over(app, resolved, deltas, settings), new Problems());
  }

  /**
   * The same for a training that goes on: {@code train.epochs} of {@code +4} are four more.
   *
   * @param done epochs trained so far
   */
  public static <C extends Record & RunConfig> Loaded<C> extend(
      App<C> app, ConfigText resolved, List<ConfigText> deltas, List<String> settings, int done) {
    Loaded<C> loaded = over(app, resolved, deltas, settings);
    if (counted(loaded).isPresent()) {
      int epochs = done + loaded.config().train().epochs();
      return vary(app, loaded, List.of(EPOCHS + "=" + epochs));
    }
    return checked(app, loaded, new Problems());
  }

  private static <C extends Record & RunConfig> Loaded<C> over(
      App<C> app, ConfigText resolved, List<ConfigText> deltas, List<String> settings) {
    Optional<String> other = resolved.value("app").filter(name -> !name.equals(app.name()));
    if (other.isPresent()) {
      throw new UserError(
          "%s: this run is of %s, not of %s".formatted(resolved.name(), other.get(), app.name()));
    }
    return new ConfigLoader<>(app.configType()).load(resolved, deltas, settings);
  }

  /** A config with settings laid over it. */
  public static <C extends Record & RunConfig> Loaded<C> vary(
      App<C> app, Loaded<C> loaded, List<String> settings) {
    Loaded<C> varied = new ConfigLoader<>(app.configType()).vary(loaded, settings);
    return checked(app, varied, new Problems());
  }

  private static <C extends Record & RunConfig> Loaded<C> checked(
      App<C> app, Loaded<C> loaded, Problems problems) {
    counted(loaded)
        .ifPresent(
            more ->
                problems.add(
                    EPOCHS,
                    more
                        + " adds to the epochs of a run that is trained on: expected --continue RUN"
                        + " beside it, or a number without +"));
    app.check(loaded.config(), problems);
    loaded.tree().throwIfAny(problems);
    return loaded;
  }

  /** A number of epochs that is added to those of another run. */
  private static Optional<String> counted(Loaded<?> loaded) {
    return loaded.tree().value(EPOCHS).filter(epochs -> epochs.startsWith("+"));
  }

  /** {@code configs/<app>.yaml}, which the app's jar carries. */
  private static ConfigText defaults(App<?> app) {
    String name = "configs/" + app.name() + ".yaml";
    try (InputStream in = app.getClass().getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the app's jar lacks " + name);
      }
      return new ConfigText(
          "the defaults in " + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
