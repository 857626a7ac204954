package org.unroll.core.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unroll.core.OneLine;
import org.unroll.core.ShellText;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.DataAccess;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.train.ProgressDisplay;
import org.unroll.core.yaml.ConfigText;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code init FILE…}: looks at files of the user's and writes a config that trains on them. The
 * options beside {@code --out} are the app's {@link App#hints}, so the command is put together
 * here.
 */
final class InitCommand<C extends Record & RunConfig> implements Callable<Integer> {
  private static final String OUT = "--out";
  private static final String FORCE = "--force";
  private static final Path DEFAULT = Path.of("mine.yaml");

  private final App<C> app;
  private final CommandSpec spec;

  private InitCommand(App<C> app) {
    this.app = app;
    this.spec = CommandSpec.wrapWithoutInspection(this).name("init");
  }

  static <C extends Record & RunConfig> CommandLine of(App<C> app) {
    InitCommand<C> command = new InitCommand<>(app);
    command.addOptions();
    CommandLine line = new CommandLine(command.spec);
    HelpLayout.show(line, List.of(app.examples().init()));
    return line;
  }

  private void addOptions() {
    spec.mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description("Looks at files of yours and writes a config that trains on them.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity(app.readsFiles() ? "1..*" : "0..*")
            .required(app.readsFiles())
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .description("Files or folders that hold the examples.")
            .build());
    app.hints().forEach(hint -> spec.addOption(option(hint)));
    spec.addOption(
        OptionSpec.builder(OUT)
            .paramLabel("FILE")
            .type(Path.class)
            .description("The config to write; default: mine.yaml.")
            .build());
    spec.addOption(
        OptionSpec.builder(FORCE)
            .type(boolean.class)
            .description("Writes over a file that is there.")
            .build());
  }

  private static OptionSpec option(Hint hint) {
    OptionSpec.Builder option =
        OptionSpec.builder("--" + hint.name())
            .paramLabel(hint.value())
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(hint.description());
    return (hint.several() ? option.splitRegex(",") : option).build();
  }

  @Override
  public Integer call() {
    ParseResult parsed = spec.commandLine().getParseResult();
    List<Path> files = parsed.matchedPositionalValue(0, List.of());
    Path out = parsed.matchedOptionValue(OUT, DEFAULT);
    OutputFile.require(OUT, out, files);
    OutputFile.requireNew(OUT, out, parsed.hasMatchedOption(FORCE));
    write(files.stream().map(Path::toString).toList(), hints(parsed), out);
    return Main.DONE;
  }

  private Hints hints(ParseResult parsed) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Hint hint : app.hints()) {
      List<String> given = parsed.matchedOptionValue("--" + hint.name(), List.of());
      if (!given.isEmpty()) {
        values.put(hint.name(), given);
      }
    }
    return new Hints(values);
  }

  /** Nothing is written that would not load; the data are opened before it is said to train. */
  private void write(List<String> files, Hints hints, Path out) {
    DataAccess access = ProgressDisplay.access(true, System.out::println, Map.of());
    Draft draft = app.draft(files, hints, access);
    draft.seen().forEach(System.out::println);
    String yaml = draft.yaml(app.name(), "drafted from " + Draft.told(files));
    C config =
        AppConfig.load(app, List.of(new ConfigText("the draft", yaml)), new ArrayList<>()).config();
    app.inspect(config, access).forEach(line -> System.out.println(OneLine.of(line)));
    AtomicFile.writeSharedText(out, yaml);
    System.out.println(
        "wrote %s; next: ./unroll %s train -c %s --test"
            .formatted(out, app.name(), ShellText.word(out)));
  }
}
