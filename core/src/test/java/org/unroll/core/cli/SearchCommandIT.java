package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.DiskFault;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;

/** What {@code search} does from its first trial to the best config, killed or not. */
class SearchCommandIT {
  private static final String[] OVER = {
    "--over", "graph.encoder.size=2..12", "--over", "train.updater.adam=1e-3..1e-1:log"
  };

  /** Half of the trials diverge in the second rung. */
  private static final String[] POISONED = {"--over", "poison=2,90000"};

  @TempDir private Path folder;

  private static String[] search(Path directory, String... more) {
    List<String> command = new ArrayList<>(List.of("tiny", "search", "--trials", "7"));
    command.addAll(List.of("-s", "train.epochs=4", "--run-dir", directory.toString()));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  private static Unroll searched(Path directory, String... more) {
    List<String> all = new ArrayList<>(List.of(OVER));
    all.addAll(List.of(more));
    return Unroll.run(search(directory, all.toArray(String[]::new)));
  }

  private static JsonNode json(Path file) throws IOException {
    return Json.MAPPER.readTree(file.toFile());
  }

  /** All but the clock's and the directory's. */
  private static JsonNode numbers(Path directory) throws IOException {
    ObjectNode search = (ObjectNode) json(directory.resolve("search.json"));
    search.remove("command");
    search
        .path("results")
        .forEach(result -> ((ObjectNode) result).remove(List.of("seconds", "examples-per-second")));
    return search;
  }

  @Test
  void poorTrialsAreDroppedAndTheBestConfigTrainsToTheSameScore() throws IOException {
    Path directory = folder.resolve("search");
    Unroll found = searched(directory);
    JsonNode search = json(directory.resolve("search.json"));

    assertThat(found.exitCode()).as(found.err()).isZero();
    assertThat(search.at("/halving/rungs")).hasToString("[1,4]");
    assertThat(search.path("trials").findValuesAsText("state"))
        .containsOnly("finished", "dropped")
        .hasSize(7)
        .startsWith("finished");
    assertThat(search.path("trials").findValuesAsText("epochs").stream().sorted())
        .as("a third of six and the config as it is")
        .containsExactly("1", "1", "1", "1", "4", "4", "4");
    assertThat(found.out())
        .contains("Trials by log-loss on the validation split", "trial-01 (as it is)")
        .contains("rung 1 of 2, to epoch 1: 7 trials", "best " + directory.resolve("best.yaml"));
    assertThat(directory.resolve("search.html"))
        .content()
        .contains("<svg", "log-loss by graph.encoder.size", "href=\"trial-01/report.html\"");
    assertBestConfigTrainsToItsScore(directory, search);
  }

  private void assertBestConfigTrainsToItsScore(Path directory, JsonNode search)
      throws IOException {
    Path again = folder.resolve("again");
    Path best = directory.resolve("best.yaml");
    Unroll trained =
        Unroll.run(
            "tiny", "train", "--no-ui", "-c", best.toString(), "--run-dir", again.toString());
    String name = best(search);

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(best).content().startsWith("# tiny: " + name + ", the best of 7 trials by");
    assertThat(json(again.resolve("result.json")).path("metrics"))
        .isEqualTo(json(directory.resolve(name).resolve("result.json")).path("metrics"));
  }

  private static String best(JsonNode search) {
    String best = "";
    double score = Double.POSITIVE_INFINITY;
    for (JsonNode trial : search.path("trials")) {
      if (trial.path("score").asDouble() < score) {
        best = trial.path("name").asText();
        score = trial.path("score").asDouble();
      }
    }
    return best;
  }

  @Test
  void killedAndResumedItIsTheSameAndScoresTheTestSplitOnce() throws IOException {
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    searched(whole, POISONED);
    // the first dies in the second rung, the next in what concludes the first trial, the last one
    // once a trial diverged
    List<String> kills =
        List.of(
            DiskFault.killInside("last.zip", 9, 300).option(),
            DiskFault.killInside("result.json", 1, 10).option(),
            DiskFault.killInside("search.json", 4, 10).option());
    List<String> command = new ArrayList<>(List.of(OVER));
    command.addAll(List.of(POISONED));
    String[] first = search(killed, command.toArray(String[]::new));
    String[] resume = {"tiny", "search", "--resume", killed.toString()};
    for (String kill : kills) {
      String[] now = kill.equals(kills.get(0)) ? first : resume;
      try (UnrollProcess process = UnrollProcess.start(List.of(kill), now)) {
        assertThat(process.end().exitCode()).isEqualTo(137);
      }
    }
    Unroll resumed = Unroll.run(resume);
    JsonNode numbers = numbers(killed);
    Unroll tested = Unroll.run("tiny", "search", "--test", "--json", "--resume", killed.toString());
    Unroll twice = Unroll.run("tiny", "search", "--test", "--resume", killed.toString());

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(numbers).isEqualTo(numbers(whole));
    assertThat(numbers.path("trials").findValuesAsText("state")).contains("failed", "finished");
    JsonNode results = Json.MAPPER.readTree(tested.out()).path("results");
    assertThat(results.findValues("test")).isNotEmpty();
    assertThat(twice.out()).contains("Scores on the test split");
    for (int n = 1; n <= 7; n++) {
      Path run = killed.resolve("trial-0" + n);
      int opened = json(run.resolve("provenance.json")).path("test-opened").asInt();
      assertThat(opened).isEqualTo(results.has("trial-0" + n) ? 1 : 0);
    }
  }

  @Test
  void aTimeLimitRanksWhatThereIsAndLeavesTheRest() throws IOException {
    Path directory = folder.resolve("search");
    String forever = "train={epochs: 90000, early-stop: {metric: log-loss, patience: 90000}}";
    Path warm = folder.resolve("warm"); // the first training of a JVM takes its time
    Unroll.run("tiny", "train", "--no-ui", "-s", "train.epochs=1", "--run-dir", warm.toString());
    Unroll cut = searched(directory, "-s", forever, "--full", "--time-limit", "5s");
    JsonNode search = json(directory.resolve("search.json"));
    Unroll listed = Unroll.run("runs", "show", directory.toString());

    assertThat(cut.exitCode()).as(cut.err()).isZero();
    assertThat(cut.out()).contains("The time was over", "search --resume " + directory);
    assertThat(search.path("state").asText()).isEqualTo("cut");
    assertThat(search.at("/trials/0/state").asText()).isEqualTo("paused");
    assertThat(search.at("/trials/6/state").asText()).isEqualTo("waiting");
    assertThat(listed.out()).contains("stopped", "search of 7 trials");
  }

  @Test
  void controlCSaysHowToGoOn() throws IOException {
    Path directory = folder.resolve("search");
    String[] command = search(directory, "--over", "examples=40,44", "-s", "train.epochs=80000");
    try (UnrollProcess process = UnrollProcess.start(command)) {
      Path running = directory.resolve("trial-01/checkpoints/last.zip");
      assertThat(process.await(() -> Files.exists(running))).isTrue();
      process.interrupt();
      Unroll ended = process.end();

      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(130);
      assertThat(ended.out()).contains("go on with ./unroll tiny search --resume " + directory);
    }
  }

  @Test
  void aTrialThatDivergesIsTheWorstAndNamed() throws IOException {
    Path directory = folder.resolve("search");
    Unroll found =
        Unroll.run(
            "tiny",
            "search",
            "--grid",
            "--full",
            "--over",
            "poison=0,1,90000",
            "-s",
            "train.epochs=2",
            "--run-dir",
            directory.toString());
    JsonNode search = json(directory.resolve("search.json"));

    assertThat(found.exitCode()).as(found.err()).isZero();
    assertThat(search.path("trials").findValuesAsText("state"))
        .containsExactly("finished", "failed", "failed", "finished");
    assertThat(found.out())
        .containsPattern("trial-02 failed: .* in epoch 1, batch 1")
        .containsPattern("trial-03 failed: .* in epoch 2, batch 1");
  }

  @Test
  void mistakesAreToldBeforeAnythingIsWritten() {
    Path directory = folder.resolve("search");
    assertMistake(directory, "did you mean 'encoder'?", "--over", "graph.encodr.size=2,4");
    assertMistake(directory, "graph.encoder.size", "--over", "graph.encoder.size=0,4");
    assertMistake(directory, "nothing to search");
    assertMistake(directory, "--grid tries all", "--grid", "--over", "examples=8,9");
    assertMistake(directory, "expected 2 or more", "--over", "examples=8,9", "--trials=1");
    assertMistake(
        directory,
        "choose a fold, such as -s fold=1",
        "--over",
        "examples=8,9",
        "-s",
        "fold-count=2");
    assertMistake(directory, "leave out -c, -s, --over", "--resume", "x", "--over", "examples=8,9");
    assertThat(Unroll.run("tiny", "search", "--resume", folder.toString()).err())
        .contains("no search at " + folder);
    assertThat(Unroll.run("tiny", "search", "--help").out()).doesNotContain("--seeds");
  }

  private static void assertMistake(Path directory, String message, String... more) {
    List<String> command = new ArrayList<>(List.of("tiny", "search"));
    command.addAll(List.of(more));
    if (!command.contains("--resume")) {
      command.addAll(List.of("--run-dir", directory.toString()));
    }
    if (command.contains("--grid")) {
      command.addAll(List.of("--trials", "7"));
    }
    Unroll wrong = Unroll.run(command.toArray(String[]::new));

    assertThat(wrong.exitCode()).as(wrong.out()).isEqualTo(2);
    assertThat(wrong.err()).contains(message);
    assertThat(directory).doesNotExist();
  }

  @Test
  void whatKeepsTheFirstTrialFromTrainingEndsTheSearch() {
    Path directory = folder.resolve("search");
    Unroll wrong = searched(directory, "-s", "train.early-stop.metric=roc-auc");

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(directory).doesNotExist();
  }
}
