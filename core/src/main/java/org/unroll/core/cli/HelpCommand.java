package org.unroll.core.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unroll.core.UserError;
import org.unroll.core.yaml.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code help [APP] [COMMAND…]}: the same as {@code --help} there. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    description = "Says what an app or a command does.",
    footer = {"# all apps and commands", "./unroll help", "# of one", "./unroll help runs list"})
final class HelpCommand implements Callable<Integer> {
  private final CommandLine root;
  private CommandSpec spec;

  private HelpCommand(CommandLine root) {
    this.root = root;
  }

  /**
   * @param root what there is to explain, all of it
   */
  static CommandLine of(CommandLine root) {
    HelpCommand command = new HelpCommand(root);
    command.spec = CommandSpec.forAnnotatedObject(command);
    command.spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("COMMAND")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .completionCandidates(root.getSubcommands().keySet())
            .description("An app, a command, or an app and its command.")
            .build());
    return new CommandLine(command.spec);
  }

  @Override
  public Integer call() {
    List<String> words = spec.commandLine().getParseResult().matchedPositionalValue(0, List.of());
    CommandLine asked = root;
    for (String word : words) {
      Map<String, CommandLine> below = asked.getSubcommands();
      if (!below.containsKey(word)) {
        throw new UserError(
            "%s has no command '%s'%s"
                .formatted(
                    asked.getCommandSpec().qualifiedName(),
                    word,
                    NearestName.suggest(word, below.keySet())));
      }
      asked = below.get(word);
    }
    asked.usage(root.getOut());
    return Main.DONE;
  }
}
