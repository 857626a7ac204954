package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.Json;
import org.unroll.core.harness.KilledTraining;
import org.unroll.core.harness.Unroll;
import org.unroll.core.run.RunDirectory;

/** {@code train --continue}: a run that ended is trained on in a new run. */
class ContinueIT {
  @TempDir private Path folder;

  private Path ended;

  @BeforeEach
  void name() {
    ended = folder.resolve("ended");
  }

  @Test
  void theOutcomeIsThatOfATrainingOfAllEpochs() throws IOException {
    Path whole = folder.resolve("whole");
    train(whole, "train.epochs=6", "calibrate=true");
    train(ended, "train.epochs=2", "calibrate=true");
    byte[] before = Files.readAllBytes(TinyTraining.checkpoint(ended));
    Path longer = folder.resolve("longer");
    Unroll trained = goOn(longer, "train.epochs=+4");

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("epoch 3/6").doesNotContain("epoch 2/");
    KilledTraining.assertSameNumbers(new RunDirectory(longer), new RunDirectory(whole));
    assertThat(provenance(longer).path("continues").asText()).isEqualTo(ended.toString());
    assertThat(provenance(longer).path("starts")).hasSize(1);
    assertThat(provenance(ended).has("continues")).isFalse();
    assertThat(Files.readString(longer.resolve("config.yaml"))).contains("epochs: 6");
    assertThat(TinyTraining.checkpoint(ended)).hasBinaryContent(before);
  }

  @Test
  void itIsStoppedAndResumedAsAnyOther() {
    Path whole = folder.resolve("whole");
    train(whole, "train.epochs=4", "train.clip-norm=0.5");
    train(ended, "train.epochs=2", "train.clip-norm=0.5");
    Path longer = folder.resolve("longer");
    Unroll stopped = goOn(longer, "train.epochs=4", "--time-limit", "0s");
    Unroll resumed = Unroll.run("tiny", "train", "--no-ui", "--resume", longer.toString());

    assertThat(stopped.out()).contains("go on with ./unroll tiny train --resume " + longer);
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    KilledTraining.assertSameNumbers(new RunDirectory(longer), new RunDirectory(whole));
  }

  @Test
  void otherKeysOfTheLoopMayChange() {
    train(ended, "train.epochs=2");
    Path longer = folder.resolve("longer");
    String rate = "train={updater: {adam: 0.001}, schedule: {kind: step, every: 2}}";
    Unroll trained = goOn(longer, "train.epochs=+1", "-s", rate);

    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  @Test
  void aCosineThatBeginsAgainIsTold() {
    train(ended, "train.epochs=2", "train.schedule={kind: cosine, factor: 0}");
    Unroll trained = goOn(folder.resolve("longer"), "train.epochs=+1");

    assertThat(trained.out()).contains("is that of 3 epochs now, so the learning rate rises again");
  }

  @Test
  void whatCannotBeTrainedOnSaysWhy() throws IOException {
    train(ended, "train.epochs=2");
    Path longer = folder.resolve("longer");

    refused(goOn(longer, "train.epochs=2"), "was trained for 2 epochs: ask for more, such as");
    refused(goOn(longer, "graph.mixed.size=5"), "with another graph.mixed.size: only train.epochs");
    refused(goOn(longer, "train.updater.sgd=1"), "with another train.updater.sgd: only");
    refused(goOn(longer, "train.epochs=+1", "--seeds", "1,2"), "leave out --seeds");
    refused(goOn(longer, "train.epochs=+1", "--resume", "x"), "--resume and --continue");
    Files.delete(TinyTraining.checkpoint(ended));
    refused(goOn(longer, "train.epochs=+1"), "last.zip is gone", "start a new run");
    Files.delete(ended.resolve("result.json"));
    refused(goOn(longer, "train.epochs=+1"), "has not finished: go on with --resume " + ended);
    assertThat(longer).doesNotExist();
  }

  @Test
  void aRunThatStoppedEarlyNeedsMorePatience() {
    String poor = "train.early-stop={metric: accuracy, patience: 1}"; // does not grow each epoch
    train(ended, "train.epochs=50", poor);
    Path longer = folder.resolve("longer");

    refused(goOn(longer, "train.epochs=+3"), "stopped early after epoch", "patience=4");
    Unroll patient = goOn(longer, "train.epochs=+1", "-s", "train.early-stop.patience=9");
    assertThat(patient.exitCode()).as(patient.err()).isZero();
  }

  @Test
  void aRunOfSeedsNamesOneOfThem() {
    Unroll.run(TinyTraining.train(ended, "-s", "train.epochs=1", "--seeds", "1,2"));

    refused(
        goOn(folder.resolve("longer"), "train.epochs=+1"),
        "holds a training for each seed",
        "--continue " + ended.resolve("seed-1"));
  }

  @Test
  void changedDataIsRefusedAndLeavesNothing() throws IOException {
    train(ended, "train.epochs=1");
    Path file = ended.resolve("provenance.json");
    Files.writeString(file, Files.readString(file).replace("seed 42", "seed 43"));

    refused(goOn(folder.resolve("longer"), "train.epochs=+1"), "the data in pulses has changed");
    assertThat(folder.resolve("longer")).doesNotExist();
  }

  @Test
  void moreEpochsThanNoOthersAreAMistake() throws IOException {
    Path run = folder.resolve("run");
    refused(
        Unroll.run(TinyTraining.train(run, "-s", "train.epochs=+4")),
        "-s train.epochs=+4",
        "+4 adds to the epochs of a run that is trained on: expected --continue RUN beside it");
    Path config = Files.writeString(folder.resolve("mine.yaml"), "train: {epochs: +4}\n");
    Unroll checked = Unroll.run("tiny", "config", "check", "-c", config.toString());
    refused(checked, "mine.yaml:1:17", "expected --continue RUN");
    assertThat(run).doesNotExist();
  }

  private static void train(Path run, String... settings) {
    List<String> all = new ArrayList<>();
    for (String setting : settings) {
      all.addAll(List.of("-s", setting));
    }
    Unroll trained = Unroll.run(TinyTraining.train(run, all.toArray(String[]::new)));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  private Unroll goOn(Path run, String setting, String... more) {
    List<String> all = new ArrayList<>(List.of("--continue", ended.toString(), "-s", setting));
    all.addAll(List.of(more));
    return Unroll.run(TinyTraining.train(run, all.toArray(String[]::new)));
  }

  private static void refused(Unroll ended, String... parts) {
    TinyTraining.assertFault(ended, parts);
  }

  private static JsonNode provenance(Path run) throws IOException {
    return Json.MAPPER.readTree(run.resolve("provenance.json").toFile());
  }
}
