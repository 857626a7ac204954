package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.ChildJvm;
import org.unroll.core.harness.Unroll;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;

class RunsCommandIT {
  @TempDir Path temporary;
  private Path runs;

  /** Holds the lock of a run until it is killed. */
  static final class Holder {
    public static void main(String[] arguments) {
      RunLock.during(
          new RunDirectory(Path.of(arguments[0])),
          () -> {
            System.out.println("held");
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return true;
          });
    }
  }

  @BeforeEach
  void trainTwo() throws IOException {
    runs = temporary.resolve("runs");
    System.setProperty(RunDirectory.RUNS_PROPERTY, runs.toString());
    write("tiny/first", 4, 0.5);
    write("tiny/second", 8, 0.75);
  }

  @AfterEach
  void forget() {
    System.clearProperty(RunDirectory.RUNS_PROPERTY);
  }

  private Path write(String path, int size, double accuracy) throws IOException {
    Path run = Files.createDirectories(runs.resolve(path));
    Files.writeString(
        run.resolve("config.yaml"),
        "app: tiny\ngraph: {cells: {layer: lstm, size: %d}}\nseed: 1\n".formatted(size));
    Files.writeString(run.resolve("request.json"), "{\"command\": [\"tiny\", \"train\"]}");
    Files.writeString(
        run.resolve("result.json"),
        "{\"metrics\": {\"test\": {\"accuracy\": %s}}, \"epochs\": 2}".formatted(accuracy));
    Files.writeString(
        run.resolve("provenance.json"),
        "{\"commit\": \"abc\", \"starts\": [\"2026-01-01T00:00:00Z\"], \"finished\": \"2026\"}");
    return run;
  }

  @Test
  void listsAsTableAndAsJson() throws IOException {
    assertThat(Unroll.run("runs", "list").out())
        .contains("tiny/first", "tiny/second", "finished", "accuracy 0.7500", "lstm 8");
    JsonNode json = Json.MAPPER.readTree(Unroll.run("runs", "list", "--json").out());
    assertThat(json.findValuesAsText("path")).containsExactly("tiny/first", "tiny/second");
    assertThat(json.get(0).path("state").asText()).isEqualTo("finished");
    assertThat(Unroll.run("runs", "list", "--app", "tyni").err()).contains("did you mean 'tiny'?");
  }

  @Test
  void showsOneAndFindsANearName() {
    assertThat(Unroll.run("runs", "show", "tiny/first").out())
        .contains("./unroll tiny train", "commit      abc", "accuracy", "result.json");
    assertThat(Unroll.run("runs", "show", runs.resolve("tiny/first").toString()).out())
        .startsWith("tiny/first");
    Unroll wrong = Unroll.run("runs", "show", "tiny/frist");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("did you mean 'tiny/first'?");
  }

  @Test
  void comparesScoresAndSettings() {
    assertThat(Unroll.run("runs", "compare", "tiny/first", "tiny/second").out())
        .contains("Scores on the test split", "tiny/first     0.5000", "graph.cells.size")
        .doesNotContain("seed");
    Unroll one = Unroll.run("runs", "compare", "tiny/first", runs.resolve("tiny/first").toString());
    assertThat(one.exitCode()).isEqualTo(2);
    assertThat(one.err()).contains("needs two runs");
  }

  @Test
  void deletesTheRunAndNothingElse() throws IOException {
    Path kept = Files.writeString(temporary.resolve("kept"), "mine");
    Path run = runs.resolve("tiny/first");
    Files.createSymbolicLink(run.resolve("link"), temporary);
    Files.createDirectories(run.resolve("checkpoints/deep"));
    Unroll unsure = Unroll.run("runs", "rm", "tiny/first");
    assertThat(unsure.exitCode()).isEqualTo(2);
    assertThat(unsure.err()).contains("--yes");
    assertThat(run).exists();
    assertThat(Unroll.run("runs", "rm", "--yes", "tiny/first").exitCode()).isZero();
    assertThat(run).doesNotExist();
    assertThat(kept).exists();
    assertThat(runs.resolve("tiny/second/config.yaml")).exists();
  }

  @Test
  void refusesWhatIsNoRun() throws IOException {
    Path project = Files.createDirectories(temporary.resolve("project"));
    Files.writeString(project.resolve("config.yaml"), "mine: yes");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), runs.resolve("tiny/first"));
    for (Path path : List.of(project, link, runs, temporary)) {
      Unroll refused = Unroll.run("runs", "rm", "--yes", "tiny/second", path.toString());
      assertThat(refused.exitCode()).as("%s", path).isEqualTo(2);
    }
    assertThat(project.resolve("config.yaml")).exists();
    assertThat(runs.resolve("tiny/first")).exists();
    assertThat(runs.resolve("tiny/second")).as("all are checked first").exists();
  }

  @Test
  void refusesARunThatTrains() throws Exception {
    Path parent = write("tiny/seeds", 4, 0.5);
    Files.delete(parent.resolve("result.json"));
    write("tiny/seeds/seed-1", 4, 0.5);
    Process holder = ChildJvm.command(List.of(), Holder.class, List.of(parent.toString())).start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("held");
      assertThat(Unroll.run("runs", "list").out()).containsPattern("tiny/seeds +training");
      for (String name : List.of("tiny/seeds", "tiny/seeds/seed-1")) {
        Unroll refused = Unroll.run("runs", "rm", "--yes", name);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is training now");
      }
      assertThat(parent.resolve("config.yaml")).exists();
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThat(Unroll.run("runs", "rm", "--yes", "tiny/seeds").exitCode()).isZero();
    assertThat(parent).doesNotExist();
  }
}
