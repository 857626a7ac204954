package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** The completion script, asked as a shell asks it. */
class CompletionCommandTest {
  /** As bash calls the function that is registered, the last word being the one that is typed. */
  private static final String ASK =
      """
      source ./completion
      compopt() { :; } # knows none outside of a completion
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
      _complete_unroll
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws Exception {
    Unroll written = Unroll.run("completion", "bash");
    assertThat(written.exitCode()).isZero();
    Files.writeString(folder.resolve("completion"), written.out());
    Files.createFile(folder.resolve("mine.yaml"));
  }

  @Test
  void completesAppsAndCommands() throws Exception {
    assertThat(typed("unroll", "ti")).containsExactly("tiny");
    assertThat(typed("./unroll", "tiny", "tr")).containsExactly("train");
    assertThat(typed("../unroll", "runs", "sh")).containsExactly("show");
    assertThat(typed("unroll", "help", "ti")).containsExactly("tiny");
  }

  @Test
  void completesOptionsTheirValuesAndFiles() throws Exception {
    assertThat(typed("unroll", "tiny", "train", "--see")).containsExactly("--seeds");
    assertThat(typed("unroll", "tiny", "evaluate", "--split", "te")).containsExactly("test");
    assertThat(typed("unroll", "tiny", "train", "-c", "mi")).containsExactly("mine.yaml");
  }

  @Test
  void zshTakesTheSameScript() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/zsh")), "zsh is not installed");
    Unroll written = Unroll.run("completion", "zsh");
    Files.writeString(folder.resolve("completion"), written.out());

    assertThat(said("zsh", "-f", "-c", "source ./completion && print $_comps[unroll]"))
        .contains("_bash_complete", "_complete_unroll");
  }

  @Test
  void anotherShellIsAMistake() {
    Unroll asked = Unroll.run("completion", "fish");

    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).contains("bash, zsh");
  }

  private List<String> typed(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "-c", ASK, "bash"));
    command.addAll(List.of(words));
    return said(command.toArray(String[]::new)).lines().toList();
  }

  private String said(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
