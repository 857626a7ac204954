package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.Unroll;

/** A trained net and files that are written otherwise than those of its training. */
class OwnFilesIT {
  @TempDir private static Path trained;
  private static Path run;
  private static Path reviews;

  @TempDir private Path folder;
  private Path table;

  @BeforeAll
  static void train() throws IOException {
    reviews = TinyReviews.write(trained);
    run = trained.resolve("run");
    Unroll.run(TinyReviews.train(reviews, run, "-s", "train.epochs=2"));
  }

  @BeforeEach
  void writeRows() throws IOException {
    table = write("rows.csv", "id;body;label\n7;it is dull;bad\n8;;\n9;not\n10;so so;\n");
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Unroll run(String command, Object... arguments) {
    List<String> all = new ArrayList<>(List.of("sentiment", command, "--run", run.toString()));
    for (Object each : arguments) {
      all.add(each.toString());
    }
    return Unroll.run(all.toArray(String[]::new));
  }

  private List<String> answers(String name, Object... arguments) throws IOException {
    List<Object> all = new ArrayList<>(List.of(arguments));
    Path out = folder.resolve(name);
    all.addAll(List.of("--out", out));
    Unroll said = run("predict", all.toArray());
    assertThat(said.exitCode()).as(said.err()).isZero();
    return Files.readAllLines(out).stream()
        .map(line -> line.replaceAll("\\d\\.\\d+(E-\\d+)?", "p"))
        .toList();
  }

  @Test
  void aFileMayCallItsColumnsOtherwise() throws IOException {
    String rows = Files.readString(reviews).replaceFirst("text,label", "body,stars");
    Path renamed = write("renamed.csv", rows);

    Unroll same =
        run("evaluate", "--data", renamed, "--columns", "text=body,label=stars", "--json");
    assertThat(same.out()).isEqualTo(run("evaluate", "--data", reviews, "--json").out());
    assertThat(same.exitCode()).isZero();
    assertThat(run("evaluate", "--data", renamed, "--columns", "text=bodi").err())
        .contains("no column \"bodi\"")
        .contains("--columns");
    assertThat(run("evaluate", "--columns", "text=body").err()).contains("--data FILE");
    assertThat(run("predict", "--in", renamed, "--columns", "text=body").out().lines()).hasSize(8);
    assertThat(run("predict", "--columns", "text=body", "dull").exitCode()).isEqualTo(2);
  }

  @Test
  void nothingIsAskedOfNothing() {
    Path out = folder.resolve("empty.csv");
    Unroll said = run("predict", "--out", out);
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("nothing was asked").contains("--in FILE");
    assertThat(out).doesNotExist();
  }

  @Test
  void everyRowHasAnAnswerInItsPlaceBesideWhatIsKept() throws IOException {
    assertThat(answers("id.csv", "--in", table, "--columns", "text=body", "--keep", "id"))
        .hasSize(5)
        .startsWith("id,text,label,probability,probabilities.bad,probabilities.good")
        .element(2)
        .isEqualTo("8,,,,,");
    List<String> all = answers("all.csv", "--in", table, "--columns", "text=body", "--keep", "all");
    assertThat(all.get(0)).startsWith("id,input.label,text,label,probability,");
    assertThat(all.get(1)).startsWith("7,bad,\"it is dull\",");
    assertThat(all.subList(2, 4)).containsExactly("8,,,,,,", ",,,,,,");
    assertThat(all.get(4)).startsWith("10,,\"so so\",");

    Path late = write("late.csv", "id,text\n1,\n2,dull\n");
    assertThat(answers("late.jsonl", "--in", late, "--keep", "id"))
        .hasSize(2)
        .first()
        .isEqualTo(
            "{\"id\":\"1\",\"text\":null,\"label\":null,\"probability\":null,\"probabilities\":null}");
  }

  @Test
  void theTerminalShowsALineForEachRowToo() {
    Unroll said = run("predict", "--in", table, "--columns", "text=body", "--keep", "id");
    assertThat(said.out().lines().toList()).hasSize(4).element(1).isEqualTo("8\t");
    assertThat(said.err())
        .contains("2 of 4 rows bad", "rows.csv:3: nothing in column", "rows.csv:4");
    assertThat(run("predict", "--in", table, "--columns", "text=body", "--keep", "idd").err())
        .contains("--keep idd: the input has no such column; found: id, ");
    assertThat(run("predict", "--keep", "id", "dull").err()).contains("--in FILE");
  }

  @Test
  void linesAreAnsweredOneByOne() throws IOException {
    Path lines = write("lines.txt", "it is dull\n\nsuperb\n");
    assertThat(run("predict", "--in", lines).out().lines()).hasSize(3).element(1).isEqualTo("");
    assertThat(run("predict", "--in", write("blank.txt", "\n\n")).err())
        .contains("no rows of text");
  }

  @Test
  void aSplitIsAnsweredBesideWhatIsExpected() throws IOException {
    List<String> rows = answers("validation.csv", "--split", "validation");
    assertThat(rows).hasSize(9);
    assertThat(rows.get(0)).startsWith("expected,text,label,probability,");
    assertThat(rows.get(1)).startsWith("good,");
    answers("test.csv", "--split", "test");
    assertThat(
            Json.MAPPER
                .readTree(run.resolve("provenance.json").toFile())
                .get("test-opened")
                .asInt())
        .isEqualTo(1);
    assertThat(run("predict", "--split", "test", "dull").exitCode()).isEqualTo(2);
  }

  @Test
  void noFileIsWrittenOver() throws IOException {
    Path mine = write("mine.csv", "mine\n");
    Unroll refused = run("predict", "--in", table, "--columns", "text=body", "--out", mine);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("is there already", "--force");
    assertThat(mine).hasContent("mine");
    assertThat(run("predict", "--in", table, "--force", "--out", table).err())
        .contains("which this command reads");
    assertThat(run("predict", "--out", mine, "--force", "dull").exitCode()).isZero();
    assertThat(mine).content().startsWith("text,label");
  }

  private static Unroll check(String... settings) {
    List<String> all = new ArrayList<>(List.of("sentiment", "config", "check", "--data"));
    for (String each : settings) {
      all.addAll(List.of("-s", each));
    }
    return Unroll.run(all.toArray(String[]::new));
  }

  @Test
  void configCheckOpensTheData() throws IOException {
    String data = "data.train=" + reviews;
    String validation = "data.validation=" + reviews;
    assertThat(check(data, validation, "data.test=" + reviews).out())
        .contains("train: 8 texts, 2 labels: bad (4), good (4)")
        .contains("test: it is there, and was not read")
        .contains("no mistakes");
    Path other = write("other.csv", "text,label\nso so,undecided\n");
    assertThat(check(data, "data.validation=" + other).err()).contains("class \"undecided\"");
    assertThat(check(data, validation, "data.test=" + table).err())
        .contains("rows.csv:1: there is no column \"text\"");
    assertThat(check(data, validation, "data.test=gone.csv").err()).contains("no such file");
    assertThat(check(data, validation, "data.columns.text=body").err())
        .contains("no column \"body\"");
  }

  /** The net is trained no epoch for nothing. */
  @Test
  void theTestFileIsLookedAtBeforeTheTraining() {
    for (String test : List.of("gone.csv", table.toString())) {
      Path begun = folder.resolve("begun");
      Unroll refused =
          Unroll.run(TinyReviews.train(reviews, begun, "--test", "-s", "data.test=" + test));
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains(test);
      assertThat(refused.out()).doesNotContain("epoch");
      assertThat(begun).doesNotExist();
    }
  }
}
