package org.unroll.apps.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.app.AppConfig;
import org.unroll.core.harness.Unroll;

/** Mistakes are seen before anything is drawn. */
class LabConfigTest {
  @TempDir private Path folder;

  @Test
  void aKeyOfAnotherTaskIsRefusedByName() throws IOException {
    assertRefused("data: {task: copy, length: 50}", "data.length", "unknown key 'length'");
    assertRefused("data: {task: addition, delay: 5}", "data.delay", "unknown key 'delay'");
    assertRefused("data: {task: additoin}", "unknown task 'additoin'; did you mean 'addition'?");
    assertRefused("data: {length: 5}", "expected exactly one of 'task', found neither");
  }

  @Test
  void valuesThatCannotBeAreRefused() throws IOException {
    assertRefused("data: {task: addition, length: 1}", "data.length", "a whole number from 2");
    assertRefused("data: {task: execute, operations: []}", "data.operations", "at least one");
    assertRefused("data: {task: copy, delay: 0}", "data.delay", "a whole number from 1");
    assertRefused(
        "data: {task: extrapolation, known: 20, window: 18}", "data.known", "at least 22");
  }

  @Test
  void theGraphIsThatOfTheTask() throws IOException {
    assertRefused("data: {task: copy}", "no node or graph input 'steps'; there are symbols");
    assertRefused("train: {early-stop: {metric: accuracy}}", "unknown metric 'accuracy'", "mse");
    assertRefused(
        "graph: {state: {vertex: last-step, input: steps}, output: {layer: softmax, input: state}}",
        "this task reads no such head; write {layer: regression}");
  }

  @Test
  void aComparisonIsByAScoreThatItsTasksGive() throws IOException {
    assertRefused(
        "compare: {rows: {a: [], b: []}, metric: accuracy}",
        "compare: row a, b: metric: unknown metric 'accuracy'; one of mse");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          data.task=copy      | configs/lab-copy.yaml
          data={task: echo}   | configs/lab-truncation.yaml
          """)
  void anotherTaskBeginsWithAFileOfItsOwn(String setting, String file) {
    Unroll checked = Unroll.run("lab", "config", "check", "-s", setting);

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.err()).endsWith("begin with -c " + file + "\n");
    assertThat(Path.of("../..", file)).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mine.csv"})
  void thereAreNoFilesToBeginFrom(String file) {
    Unroll drafted =
        file.isEmpty() ? Unroll.run("lab", "init") : Unroll.run("lab", "init", "mine.csv");

    assertThat(drafted.exitCode()).isEqualTo(2);
    assertThat(drafted.err())
        .hasLineCount(1)
        .contains("reads no files of yours", "data.task", "configs/lab-*.yaml");
  }

  @Test
  void adviceLeavesOutWhatTheGraphHas() {
    assertThat(advice("graph.cells.layer=rnn")).contains("such as lstm or gru");
    assertThat(advice("graph.cells.layer=gru")).contains("more units").doesNotContain("lstm");
  }

  private static String advice(String setting) {
    LabApp app = new LabApp();
    return String.join(", ", app.advice(AppConfig.load(app, List.of(), List.of(setting)).config()));
  }

  private void assertRefused(String delta, String... parts) throws IOException {
    Path file = Files.writeString(folder.resolve("lab-mine.yaml"), delta + "\n");
    Unroll checked = Unroll.run("lab", "config", "check", "-c", file.toString());

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.err()).contains(parts);
  }
}
