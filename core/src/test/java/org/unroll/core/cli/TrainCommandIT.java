package org.unroll.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** What {@code train} does with its options, seeds and resumes. */
class TrainCommandIT {
  @TempDir private Path folder;

  @Test
  void killedSeedsGoOnWhereTheyWere() throws IOException {
    Path whole = folder.resolve("whole");
    Path run = folder.resolve("run");
    Unroll.run(train(whole, "--seeds", "1,2,3", "--test"));
    // each seed writes three: the second seed dies in its second
    String kill = DiskFault.killInside("last.zip", 5, 300).option();
    try (UnrollProcess process =
        UnrollProcess.start(List.of(kill), train(run, "--seeds", "1,2,3", "--test"))) {
      assertThat(process.end().exitCode()).isEqualTo(137);
    }
    byte[] first = Files.readAllBytes(run.resolve("seed-1/result.json"));
    assertThat(run.resolve("seed-2/result.json")).doesNotExist();
    assertThat(run.resolve("seed-3")).doesNotExist();
    Unroll resumed = Unroll.run("tiny", "train", "--no-ui", "--resume", run.toString());

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("finished before: " + run.resolve("seed-1"));
    assertThat(run.resolve("seed-1/result.json")).hasBinaryContent(first);
    assertThat(result(run)).isEqualTo(result(whole));
    assertThat(result(run).at("/metrics/test/log-loss").isNumber()).isTrue();
    for (String seed : List.of("seed-1", "seed-2", "seed-3")) {
      assertThat(result(run.resolve(seed))).isEqualTo(result(whole.resolve(seed)));
    }
  }

  @Test
  void aRunOfSeedsNamesItsNetsWhenOneIsAskedFor() {
    Path run = folder.resolve("run");
    Unroll.run(train(run, "--seeds", "7"));
    Unroll parent = Unroll.run("tiny", "predict", "--run", run.toString(), "0001");
    Unroll child = Unroll.run("tiny", "predict", "--run", run.resolve("seed-7").toString(), "0001");

    assertThat(parent.exitCode()).isEqualTo(2);
    assertThat(parent.err()).contains("--run " + run.resolve("seed-7")).hasLineCount(1);
    assertThat(child.exitCode()).as(child.err()).isZero();
  }

  @Test
  void killedFoldsOfSeedsGoOnWhereTheyWere() throws IOException {
    Path whole = folder.resolve("whole");
    Path run = folder.resolve("run");
    String[] folds = {"--seeds", "1,2", "-s", "fold-count=2", "--test"};
    Unroll.run(train(whole, folds));
    // each training writes three: the second fold of the first seed dies in its second
    String kill = DiskFault.killInside("last.zip", 5, 300).option();
    try (UnrollProcess process = UnrollProcess.start(List.of(kill), train(run, folds))) {
      assertThat(process.end().exitCode()).isEqualTo(137);
    }
    byte[] first = Files.readAllBytes(run.resolve("seed-1/fold-1/result.json"));
    assertThat(run.resolve("seed-1/result.json")).doesNotExist();
    Unroll resumed = Unroll.run("tiny", "train", "--no-ui", "--resume", run.toString());

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.out())
        .contains(
            "seed 1 (1 of 2)\nfold 1 (1 of 2)\nfinished before: " + run.resolve("seed-1/fold-1"))
        .contains("seed 2 (2 of 2)\nfold 1 (1 of 2)\n");
    assertThat(run.resolve("seed-1/fold-1/result.json")).hasBinaryContent(first);
    for (String part : List.of("", "seed-1", "seed-2", "seed-1/fold-2", "seed-2/fold-1")) {
      assertThat(result(run.resolve(part))).as(part).isEqualTo(result(whole.resolve(part)));
    }
  }

  @Test
  void theScoresOfTheFoldsArePooledAndEachIsARunOfItsOwn() throws IOException {
    Path run = folder.resolve("run");
    Unroll trained = Unroll.run(train(run, "-s", "fold-count=2"));
    Unroll again =
        Unroll.run("tiny", "train", "--no-ui", "--resume", run.resolve("fold-2").toString());
    Unroll predicted = Unroll.run("tiny", "predict", "--run", run.toString(), "0001");

    String loss = "/metrics/validation/log-loss";
    double one = result(run.resolve("fold-1")).at(loss).asDouble();
    double two = result(run.resolve("fold-2")).at(loss).asDouble();
    assertThat(one).isNotEqualTo(two);
    assertThat(result(run).at(loss).asDouble()).isCloseTo((one + two) / 2, within(1e-12));
    assertThat(result(run).at("/standard-deviations/validation/log-loss").asDouble())
        .isCloseTo(Math.abs(one - two) / Math.sqrt(2), within(1e-12));
    assertThat(trained.out())
        .contains("fold 2 (2 of 2)\n")
        .containsPattern("(?m)^this net +\\d\\.\\d{4} ± \\d");
    assertThat(again.out()).isEqualTo("finished before: " + run.resolve("fold-2") + "\n");
    assertThat(predicted.exitCode()).isEqualTo(2);
    assertThat(predicted.err())
        .contains("holds a net for each fold: name one of them, such as --run " + run + "/fold-1");
  }

  @Test
  void aStoppedSeedIsResumedByItsParent() {
    Path run = folder.resolve("run");
    Unroll stopped = Unroll.run(train(run, "--seeds", "1,2", "--time-limit", "0s"));

    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.out()).contains("go on with ./unroll tiny train --resume " + run + "\n");
    assertThat(run.resolve("result.json")).doesNotExist();
  }

  @Test
  void aTimeLimitAfterAnEpochIsToldAndWhatIsThereIsScored() {
    Path run = folder.resolve("run");
    Unroll stopped = Unroll.run(train(run, "-s", "examples=4", "--time-limit", "0s"));

    assertThat(stopped.exitCode()).as(stopped.err()).isZero();
    assertThat(stopped.out())
        .containsOnlyOnce("stopped by --time-limit after 1 of 3 epochs; go on with ./unroll")
        .contains("Scores on the validation split");
    Unroll resumed = Unroll.run("tiny", "train", "--no-ui", "--resume", run.toString());
    assertThat(resumed.out()).doesNotContain("--time-limit");
  }

  @Test
  void resumingAFinishedRunChangesNothing() throws IOException {
    Path run = folder.resolve("run");
    Unroll.run(train(run));
    byte[] provenance = Files.readAllBytes(run.resolve("provenance.json"));
    Unroll again = Unroll.run("tiny", "train", "--no-ui", "--resume", run.toString());

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).isEqualTo("finished before: " + run + "\n");
    assertThat(run.resolve("provenance.json")).hasBinaryContent(provenance);
  }

  @Test
  void resumeWithTestScoresTheTestSplitOfAFinishedRun() throws IOException {
    Path run = folder.resolve("run");
    Unroll.run(train(run));
    Unroll again = Unroll.run("tiny", "train", "--no-ui", "--test", "--resume", run.toString());

    assertThat(again.exitCode()).isZero();
    assertThat(result(run).at("/metrics/test/accuracy").isNumber()).isTrue();
    assertThat(json(run.resolve("provenance.json")).get("test-opened").asInt()).isEqualTo(1);
  }

  @Test
  void aChangedConfigIsRefusedWithTheKeysThatDiffer() {
    Path run = folder.resolve("run");
    Unroll.run(train(run, "-s", "examples=16"));

    assertRefused(
        "it differs in train.updater.sgd, seed: leave out -c and -s, or start a new run",
        "--resume",
        run.toString(),
        "-s",
        "seed=1",
        "-s",
        "train.updater.sgd=1",
        "-s",
        "train.refit=false");
  }

  @Test
  void aSettingThatChangesNothingIsNotRefused() {
    Path run = folder.resolve("run");
    Unroll.run(train(run));
    Unroll again =
        Unroll.run(
            "tiny",
            "train",
            "--resume",
            run.toString(),
            "-s",
            "train.epochs=3", // as the run began
            "-s",
            "train.refit=false"); // its default

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).isEqualTo("finished before: " + run + "\n");
  }

  @Test
  void optionsThatContradictResumeAreRefused() {
    Path run = folder.resolve("run");
    Unroll.run(train(run));

    assertRefused("leave out --name, --run-dir", "--resume", run.toString(), "--name", "x");
    assertRefused("other seeds: it has none", "--resume", run.toString(), "--seeds", "1,2");
    assertRefused("--seeds names 1 twice", "--run-dir", folder + "/new", "--seeds", "1,1");
    assertRefused("--run-dir is empty: expected a directory", "--run-dir", "");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  private static void assertRefused(String message, String... arguments) {
    List<String> command = new ArrayList<>(List.of("tiny", "train", "--no-ui"));
    command.addAll(List.of(arguments));
    Unroll refused = Unroll.run(command.toArray(String[]::new));
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains(message).hasLineCount(1);
  }

  @Test
  void theCommandIsKeptAsTyped() throws IOException {
    Path run = folder.resolve("run");
    String[] command = train(run);
    Unroll.run(command);

    JsonNode kept = json(run.resolve("provenance.json")).get("command");
    assertThat(kept).hasSize(command.length);
    assertThat(kept.get(1).asText()).isEqualTo("train");
  }

  private static String[] train(Path run, String... more) {
    List<String> command =
        new ArrayList<>(List.of("tiny", "train", "--no-ui", "-s", "train.epochs=3"));
    command.addAll(List.of("--run-dir", run.toString()));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  /** Without what depends on the clock. */
  private static JsonNode result(Path run) throws IOException {
    ObjectNode result = (ObjectNode) json(run.resolve("result.json"));
    return result.remove(List.of("seconds", "examples-per-second", "name"));
  }

  private static JsonNode json(Path file) throws IOException {
    return Json.MAPPER.readTree(file.toFile());
  }
}
