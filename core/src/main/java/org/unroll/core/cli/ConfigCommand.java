package org.unroll.core.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.unroll.core.OneLine;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.DataAccess;
import org.unroll.core.train.ProgressDisplay;
import org.unroll.core.yaml.JsonSchema;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code config check|show|schema}. */
final class ConfigCommand {
  private ConfigCommand() {}

  static <C extends Record & RunConfig> CommandLine of(App<C> app) {
    CommandSpec spec = CommandSpec.create().name("config").mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description("Checks a config, shows it resolved, or prints its JSON Schema.")
        .footer(
            "# what a file comes to over the defaults",
            "./${COMMAND-FULL-NAME} show -c mine.yaml",
            "# what is wrong with it",
            "./${COMMAND-FULL-NAME} check -c mine.yaml");
    CommandLine command = new CommandLine(spec);
    command.addSubcommand(new Check<>(app));
    command.addSubcommand(new Show<>(app));
    command.addSubcommand(new Schema(app));
    return command;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Says what is wrong with a config, all at once.",
      footer = {
        "# all mistakes of a file",
        "./${COMMAND-FULL-NAME} -c mine.yaml",
        "# and what its data files hold",
        "./${COMMAND-FULL-NAME} -c mine.yaml --data"
      })
  private static final class Check<C extends Record & RunConfig> implements Callable<Integer> {
    private final App<C> app;
    @Mixin private ConfigOptions options;

    @Option(
        names = "--data",
        description = "Opens the data too: files, columns, stamps, classes. Trains nothing.")
    private boolean data;

    @Option(names = "--offline", description = "Never connects to the network.")
    private boolean offline;

    Check(App<C> app) {
      this.app = app;
    }

    @Override
    public Integer call() {
      C config = options.loadCompared(app).config();
      if (data) {
        DataAccess access = ProgressDisplay.access(offline, System.out::println, Map.of());
        app.inspect(config, access).forEach(line -> System.out.println(OneLine.of(line)));
      }
      System.out.println("no mistakes");
      return Main.DONE;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints the config that results from defaults, file and settings.",
      footer = {
        "# the app's defaults",
        "./${COMMAND-FULL-NAME}",
        "# what results from a file and a setting",
        "./${COMMAND-FULL-NAME} -c mine.yaml -s train.epochs=3"
      })
  private static final class Show<C extends Record & RunConfig> implements Callable<Integer> {
    private final App<C> app;
    @Mixin private ConfigOptions options;

    Show(App<C> app) {
      this.app = app;
    }

    @Override
    public Integer call() {
      System.out.print(options.load(app).tree().toYaml());
      return Main.DONE;
    }
  }

  @Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = "Prints the JSON Schema of the app's config, for editors.",
      footer = {
        "# for an editor that completes YAML by it",
        "./${COMMAND-FULL-NAME} > schema.json"
      })
  private static final class Schema implements Callable<Integer> {
    private final App<?> app;

    Schema(App<?> app) {
      this.app = app;
    }

    @Override
    public Integer call() {
      System.out.println(JsonSchema.of(app.configType()));
      return Main.DONE;
    }
  }
}
