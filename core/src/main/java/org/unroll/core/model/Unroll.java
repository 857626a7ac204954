package org.unroll.core.model;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.data.DataAccess;
import org.unroll.core.layer.array.CachedShapes;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.yaml.ConfigText;

/** The door for Java, notebooks and services: from a run's directory to a net that answers. */
public final class Unroll {
  private Unroll() {}

  /**
   * Opens the best net of a run of any app on the class path; never connects to the network.
   *
   * @param run its directory
   * @throws UserError if there is no run with a trained net, or its app is not on the class path
   */
  public static TrainedModel<?, ?> load(Path run) {
    Consumer<String> notices = notice -> System.err.println(notice); // of a notebook's cell then
    return load(RunDirectory.open(run), notices, List.of());
  }

  /**
   * @param notices told what the user should know
   * @param settings {@code key=value} that override the config
   */
  static TrainedModel<?, ?> load(
      RunDirectory run, Consumer<String> notices, List<String> settings) {
    CachedShapes.use();
    return TrainedModel.open(app(run), run, new DataAccess(true, notices), settings);
  }

  /**
   * The name of the app that a run is of; empty if its config names none.
   *
   * @param run its directory
   * @throws UserError if there is no run
   */
  public static String appOf(Path run) {
    return ConfigText.of(RunDirectory.open(run).config()).value("app").orElse("");
  }

  /**
   * The app that a run is of.
   *
   * @throws UserError if it is not on the class path
   */
  public static App<?> app(RunDirectory run) {
    String name = appOf(run.path());
    for (App<?> app : ServiceLoader.load(App.class)) {
      if (name.equals(app.name())) {
        return app;
      }
    }
    throw new UserError(
        "%s: its app, '%s', is not on the class path".formatted(run.config(), name));
  }
}
