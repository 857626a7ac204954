package org.unroll.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.app.CommandProvider;
import org.unroll.core.data.Progress;
import picocli.CommandLine;

class DatasetsCommandTest {
  @TempDir Path folder;
  private Path mirror;
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void makeMirror() throws IOException {
    mirror = Files.createDirectories(folder.resolve("mirror"));
    Files.writeString(Files.createDirectories(mirror.resolve("here")).resolve("a.txt"), "abc");
  }

  @Test
  void isFoundByCore() {
    Object command =
        ServiceLoader.load(CommandProvider.class)
            .findFirst()
            .orElseThrow()
            .command(Progress.SILENT);
    assertThat(new CommandLine(command).getCommandName()).isEqualTo("datasets");
    assertThat(new CommandLine(command).getSubcommands()).containsOnlyKeys("list", "get", "verify");
  }

  @Test
  void listSaysFormSizeLicenceAndPlace() {
    assertThat(run("list")).isZero();
    String[] lines = out.toString().split("\n");
    assertThat(lines).hasSize(4);
    assertThat(lines[2].split(" {2,}"))
        .containsExactly(
            "here", "original", "2.5 MB", "CC0", mirror.resolve("here").toString(), "The here set");
    assertThat(lines[3].split(" {2,}")).contains("away", "no");
  }

  @Test
  void getPrintsTheFolderAndTheCitation() {
    assertThat(run("get", "here")).isZero();
    assertThat(out.toString()).contains(mirror.resolve("here").toString(), "cite: Nobody 2026");
    assertThatThrownBy(() -> run("get", "--offline", "away")).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> run("get", "her"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean here?");
  }

  @Test
  void verifySaysEachFile() throws IOException {
    assertThat(run("verify")).isZero();
    assertThat(out.toString()).contains("here  a.txt  verified", ABC).doesNotContain("away");
    assertThatThrownBy(() -> run("verify", "away"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1 file is");
    Files.writeString(mirror.resolve("here/a.txt"), "abd");
    assertThatThrownBy(() -> run("verify")).isInstanceOf(UserError.class);
    assertThat(out.toString()).contains("changed");
  }

  /** FIPS 180-2, appendix B.1. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private int run(String... arguments) {
    Map<String, String> environment =
        Map.of(
            "UNROLL_MIRROR", mirror.toString(), "UNROLL_CACHE", folder.resolve("cache").toString());
    CommandLine line =
        new CommandLine(
            new DatasetsCommand(new Catalog(List.of(entry("here"), entry("away"))), environment));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(out, true));
    AtomicReference<Exception> thrown = new AtomicReference<>();
    line.setExecutionExceptionHandler(
        (exception, command, result) -> {
          thrown.set(exception);
          return 2;
        });
    int code = line.execute(arguments);
    if (thrown.get() instanceof UserError error) {
      throw error; // as the root command would print it
    }
    return code;
  }

  private static CatalogEntry entry(String name) {
    CatalogFile file =
        new CatalogFile("a.txt", Optional.empty(), Optional.empty(), Optional.of(ABC), 2_500_000);
    return new CatalogEntry(
        name,
        "The " + name + " set",
        "CC0",
        "Nobody 2026",
        "https://home.example",
        Form.ORIGINAL,
        Optional.of("Ask."),
        List.of(new Layout(List.of(file))),
        Map.of());
  }
}
