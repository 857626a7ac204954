package org.unroll.apps.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.metric.Table;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "apps",
    mixinStandardHelpOptions = true,
    description = "Times the default training of each app.")
final class AppsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "Training steps that are timed, after a tenth of warm-up; default ${DEFAULT-VALUE}.")
  private int steps;

  @Override
  public Integer call() {
    if (steps < 1) {
      throw new UserError("--steps: expected at least 1, found " + steps);
    }
    PrintWriter out = spec.commandLine().getOut();
    List<List<String>> rows = new ArrayList<>();
    for (App<?> app : ServiceLoader.load(App.class)) {
      rows.add(row(app.name(), measure(app)));
    }
    List<String> header =
        List.of("app", "examples/s", "ms a step", "steps", "parameters", "last loss");
    out.print(new Table("default training, no validation", header, rows).toText());
    out.flush();
    return 0;
  }

  private <C extends Record & RunConfig> AppTraining.Speed measure(App<C> app) {
    ConfigText defaults = defaults(app);
    C config = new ConfigLoader<>(app.configType()).load(defaults, List.of(), List.of()).config();
    return AppTraining.measure(app, config, steps);
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

  private static List<String> row(String app, AppTraining.Speed speed) {
    return List.of(
        app,
        String.format(Locale.ROOT, "%,.0f", speed.examples() / speed.seconds()),
        String.format(Locale.ROOT, "%.2f", 1000 * speed.seconds() / speed.steps()),
        String.valueOf(speed.steps()),
        String.format(Locale.ROOT, "%,d", speed.parameters()),
        String.format(Locale.ROOT, "%.3f", speed.loss()));
  }
}
