package org.unroll.apps.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;

/** What becomes of examples and files that are not as the net has seen them. */
class LabFilesIT {
  private static final String GOOD = "0.3 0.7* 0.2 0.5*";

  @TempDir private static Path shared;
  private static String run;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    run = shared.resolve("run").toString();
    String data = "data={task: addition, length: 4, examples: 40, held-out: 20, batch: 20}";
    Unroll trained =
        Unroll.run(
            "lab",
            "train",
            "--no-ui",
            "--run-dir",
            run,
            "-s",
            data,
            "-s",
            "graph.cells.size=4",
            "-s",
            "train.epochs=1",
            "-s",
            "threads=1");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  private Path file(List<String> lines) throws IOException {
    return Files.write(folder.resolve("sums.txt"), lines);
  }

  @Test
  void anExampleOfAnotherLengthIsAnsweredAndTold() {
    Unroll same = Unroll.run("lab", "predict", "--run", run, GOOD);
    Unroll other = Unroll.run("lab", "predict", "--run", run, "1* 0 0*", "0* 0 1*", GOOD);

    assertThat(same.err()).isEmpty();
    assertThat(other.err())
        .isEqualTo("the net was trained on 4 values, this has 3: its answer may be far off\n");
    assertThat(other.out()).hasLineCount(3);
  }

  @Test
  void linesThatAreNoExamplesKeepTheirPlaceAmongTheAnswers() throws IOException {
    Path file = file(List.of(GOOD, "0.3 0.7 0.2 0.5", "", GOOD));
    Path out = folder.resolve("answers.csv");
    Unroll asked =
        Unroll.run(
            "lab", "predict", "--run", run, "--in", file.toString(), "--out", out.toString());

    assertThat(asked.exitCode()).as(asked.err()).isZero();
    assertThat(asked.err())
        .contains("2 of 4 rows bad; " + file + ":2: '0.3 0.7 0.2 0.5': 0 values are marked")
        .contains(file + ":3: nothing in the line");
    List<String> answers = Files.readAllLines(out);
    assertThat(answers).hasSize(5);
    assertThat(answers.get(1)).isEqualTo(answers.get(4)).contains(GOOD);
    assertThat(answers.subList(2, 4)).allMatch(line -> line.matches(",*"));
  }

  @Test
  void aFewBadLinesAreNotScoredAndManyAreRefused() throws IOException {
    List<String> lines = new ArrayList<>(Collections.nCopies(150, GOOD));
    lines.add("0.3 x* 0.2 0.5*");
    Unroll few = evaluate(file(lines));
    lines.addAll(List.of("7", "8"));
    Unroll many = evaluate(file(lines));

    assertThat(few.exitCode()).as(few.err()).isZero();
    assertThat(few.out() + few.err()).contains("1 of 151 rows bad; ", "sums.txt:151: 'x*' is no");
    assertThat(many.exitCode()).isEqualTo(2);
    assertThat(many.err())
        .hasLineCount(1)
        .contains("too many bad rows", "3 of 153 rows bad", "sums.txt:152: ")
        .endsWith("Mend them.\n");
    assertThat(evaluate(file(List.of("", ""))).err()).contains("no example in it");
  }

  private static Unroll evaluate(Path file) {
    return Unroll.run("lab", "evaluate", "--run", run, "--data", file.toString());
  }
}
