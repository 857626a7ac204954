package org.unroll.core.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;

class NotebookCommandIT {
  private static final String NOTEBOOK =
      """
      # A *small* one

      | a | b |
      |---|---|
      | 1 | 2 |

      ```java
      import java.util.*;
      import org.unroll.core.notebook.*;
      System.out.println("printed < 1");
      System.err.println("complained");
      ```

      ```java
      Charts.bars("Bars", "times", Map.of("one", 1))
      ```

      ```java
      Tables.rows("Rows", List.of("n"), List.of(List.of(3)))
      ```
      """;

  @TempDir private Path folder;

  private Unroll run(String markdown, Path out) throws IOException {
    Path file = Files.writeString(folder.resolve("small.md"), markdown);
    return Unroll.run("notebook", file.toString(), "--out", out.toString());
  }

  @Test
  void writesANotebookAndAPage() throws IOException {
    Unroll ended = run(NOTEBOOK, folder);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    JsonNode notebook = Json.MAPPER.readTree(folder.resolve("small.ipynb").toFile());
    assertThat(notebook.at("/nbformat_minor").asInt()).isEqualTo(5);
    assertThat(notebook.at("/metadata/kernelspec/name").asText()).isEqualTo("java");
    assertThat(notebook.at("/cells")).hasSize(4);
    assertThat(notebook.at("/cells/1/outputs/0/text/0").asText()).isEqualTo("printed < 1\n");
    assertThat(notebook.at("/cells/1/outputs/1/name").asText()).isEqualTo("stderr");
    assertThat(notebook.at("/cells/1/outputs/1/text/0").asText()).isEqualTo("complained\n");
    assertThat(notebook.at("/cells/2/outputs/0/data").has("image/svg+xml")).isTrue();
    assertThat(notebook.at("/cells/3/outputs/0/data").has("text/html")).isTrue();
    assertThat(folder.resolve("small.html"))
        .content()
        .contains(
            "<h1>A <em>small</em> one</h1>",
            "<td>1</td>",
            "printed &lt; 1",
            "complained",
            "<svg xmlns=");
  }

  @Test
  void theSameCellsGiveTheSameFiles() throws IOException {
    run(NOTEBOOK, folder.resolve("first"));
    run(NOTEBOOK, folder.resolve("second"));

    for (String name : new String[] {"small.ipynb", "small.html"}) {
      assertThat(folder.resolve("first").resolve(name))
          .hasSameTextualContentAs(folder.resolve("second").resolve(name));
    }
  }

  @Test
  void aCellThatFailsIsNamedAndNothingIsWritten() throws IOException {
    Unroll ended = run(NOTEBOOK + "\n```java\nint a = 1;\na / 0\n```\n", folder.resolve("out"));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .isEqualTo(
            folder.resolve("small.md")
                + ":24: java.lang.ArithmeticException: / by zero\n  in `a / 0`\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatCannotBeReadOrWrittenIsToldBeforeAnyCellRuns() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Unroll within = run(NOTEBOOK, file.resolve("out"));
    Unroll over = run(NOTEBOOK, file);
    Path missing = folder.resolve("missing.md");
    Unroll nothing = Unroll.run("notebook", missing.toString());

    assertThat(within.exitCode()).isEqualTo(2);
    assertThat(within.out()).isEmpty();
    assertThat(within.err()).contains("--out " + file.resolve("out"), file + " is a file");
    assertThat(over.out()).isEmpty();
    assertThat(over.err()).contains(file + " is a file");
    assertThat(nothing.err()).isEqualTo(missing + ": there is no such file; check the path\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.sleep(300_000);",
        "org.unroll.core.notebook.Cells.unroll(\"tiny train --no-ui -s train.epochs=90000\");"
      })
  void ctrlCSaysThatNothingIsWritten(String code) throws IOException {
    Path file = Files.writeString(folder.resolve("long.md"), "```java\n" + code + "\n```\n");
    Path out = folder.resolve("out");
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    List<String> options = List.of("-Djava.io.tmpdir=" + scratch);
    try (UnrollProcess process =
        UnrollProcess.start(options, "notebook", file.toString(), "--out", out.toString())) {
      boolean trains = code.contains("train");
      process.await(() -> trains ? hasMetrics(scratch) : process.out().contains("cell 1 of 1"));
      process.interrupt();
      Unroll ended = process.end();

      assertThat(ended.err()).isEqualTo("stopped: nothing of long was written\n");
      assertThat(ended.exitCode()).isEqualTo(130);
      assertThat(out).doesNotExist();
    }
  }

  private static boolean hasMetrics(Path scratch) {
    try (Stream<Path> files = Files.walk(scratch)) {
      return files.anyMatch(file -> file.endsWith("metrics.jsonl"));
    } catch (IOException | UncheckedIOException e) {
      return false; // changes meanwhile
    }
  }

  @Test
  void jupyterReadsIt() throws IOException, InterruptedException {
    assumeTrue(python("import nbformat") == 0, "needs nbformat: apt-get install python3-nbformat");
    run(NOTEBOOK, folder);

    String validate = "import sys, nbformat; nbformat.validate(nbformat.read(sys.argv[1], 4))";
    assertThat(python(validate, folder.resolve("small.ipynb").toString())).isZero();
    Path damaged = Files.writeString(folder.resolve("damaged.ipynb"), "{\"cells\": 1}");
    assertThat(python(validate, damaged.toString())).isNotZero();
  }

  private static int python(String program, String... arguments)
      throws IOException, InterruptedException {
    Path python = Path.of("/usr/bin/python3");
    if (!Files.isExecutable(python)) {
      return -1;
    }
    ProcessBuilder command = new ProcessBuilder(python.toString(), "-c", program);
    command.command().addAll(List.of(arguments));
    return command
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
