package org.unroll.core.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints the script with which a shell completes apps, commands, options, files.",
    footer = {
      "# for each bash to come, where bash-completion is installed",
      "mkdir -p ~/.local/share/bash-completion/completions",
      "./unroll completion bash > ~/.local/share/bash-completion/completions/unroll",
      "# for this zsh; for each to come the same in ~/.zshrc, from a file",
      "source <(./unroll completion zsh)"
    })
final class CompletionCommand implements Callable<Integer> {
  /** As they are typed. */
  private enum Shell {
    bash,
    zsh
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Shell shell;

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    offerAsTyped(root);
    System.out.print(AutoComplete.bash("unroll", root));
    return Main.DONE;
  }

  /** Values of a fixed set, which picocli offers in capitals. */
  private static void offerAsTyped(CommandLine command) {
    CommandSpec all = command.getCommandSpec();
    for (OptionSpec option : List.copyOf(all.options())) {
      if (option.type().isEnum()) {
        List<String> typed = new ArrayList<>();
        option.completionCandidates().forEach(each -> typed.add(each.toLowerCase(Locale.ROOT)));
        all.remove(option);
        all.addOption(OptionSpec.builder(option).completionCandidates(typed).build());
      }
    }
    command.getSubcommands().values().forEach(CompletionCommand::offerAsTyped);
  }
}
