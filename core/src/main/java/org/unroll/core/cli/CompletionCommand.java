package org.unroll.core.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
    System.out.print(AutoComplete.bash("unroll", spec.root().commandLine()));
    return Main.DONE;
  }
}
