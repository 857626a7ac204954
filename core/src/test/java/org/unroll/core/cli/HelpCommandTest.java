package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.harness.HelpExamples;
import org.unroll.core.harness.Unroll;

class HelpCommandTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "tiny", "tiny train", "runs list", "help"})
  void helpIsTheOptionHelp(String command) {
    String[] words = command.isEmpty() ? new String[0] : command.split(" ");
    Unroll help = Unroll.run(("help " + command).strip().split(" "));
    Unroll option = Unroll.run((command + " --help").strip().split(" "));

    assertThat(help).isEqualTo(option);
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("\nUSAGE\n  unroll" + (words.length > 0 ? " " + command : ""));
  }

  @Test
  void theProgramTellsAppsCommandsAndExitCodes() {
    String help = Unroll.run("--help").out();

    assertThat(help)
        .containsSubsequence(
            "\nAPPS\n", "  tiny ", "\nCOMMANDS OF EVERY APP\n", "  train ", "  config ")
        .containsSubsequence("\nCOMMANDS WITHOUT AN APP\n", "  runs ", "\nEXIT CODES\n")
        .containsSubsequence("  0 ", "  1 ", "  2 ", "  130 ", "  141 ", "\nEXAMPLES\n")
        .isEqualTo(Unroll.run().out());
  }

  @Test
  void commandsHaveNoEmptySections() {
    assertThat(Unroll.run("runs", "list", "--help").out())
        .contains("\nOPTIONS\n", "\nEXAMPLES\n")
        .doesNotContain("EXIT CODES", "COMMANDS", "PARAMETERS");
  }

  @Test
  void whatIsUnknownIsNamed() {
    Unroll help = Unroll.run("help", "tiny", "trian");

    assertThat(help.exitCode()).isEqualTo(2);
    assertThat(help.err()).isEqualTo("unroll tiny has no command 'trian'; did you mean 'train'?\n");
  }

  @Test
  void everyCommandTellsTheVersion() {
    assertThat(Unroll.run("--version").out()).matches("unroll [\\w.-]+, commit [\\w-]+\n");
    assertThat(Unroll.run("tiny", "train", "-V")).isEqualTo(Unroll.run("--version"));
  }

  @Test
  void examplesAreUnderstood(@TempDir Path empty) throws Exception {
    assertThat(new HelpExamples(empty).mistakes()).isEmpty();
  }
}
