package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.Json;
import org.unroll.core.harness.ChartPoint;
import org.unroll.core.harness.DiskFault;
import org.unroll.core.harness.KilledTraining;
import org.unroll.core.harness.Unroll;
import org.unroll.core.harness.UnrollProcess;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.RunDirectory;

/**
 * A training that is killed, or stopped by the user, ends with the numbers of one that was not. The
 * long form, with a training of about two minutes and a quarter of the kills inside a checkpoint:
 *
 * <pre>
 * mvn -pl core verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dit.test=ResumeIT -Dunroll.kills=20 -Dunroll.epochs=500
 * </pre>
 */
class ResumeIT {
  private static final int KILLS = Integer.getInteger("unroll.kills", 2);
  private static final int EPOCHS = Integer.getInteger("unroll.epochs", 4);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aTrainingSurvivesKillsAtAnyMoment(int threads) {
    int inside = (KILLS + 2) / 4;
    List<String> train = new ArrayList<>(List.of("tiny", "train", "--test"));
    train.addAll(List.of("-s", "train.epochs=" + EPOCHS, "-s", "threads=" + threads));
    new KilledTraining(folder, train.toArray(String[]::new)).survives(KILLS - inside, inside);
  }

  @Test
  void controlCWaitsForTheCheckpointAndSaysHowToGoOn() {
    Path run = folder.resolve("run");
    // slow: the JVM must not end before the checkpoint is whole; with the page: its charts are
    // written to until the end
    String slow = DiskFault.slow("last.zip", 2).option();
    String[] train = {
      "tiny",
      "train",
      "-s",
      "train.epochs=5000",
      "-s",
      "ui={port: 0, every: 1}",
      "--run-dir",
      run.toString()
    };
    try (UnrollProcess process = UnrollProcess.start(List.of(slow), train)) {
      assertThat(process.await(() -> Files.exists(run.resolve("checkpoints/last.zip")))).isTrue();
      process.interrupt();
      Unroll ended = process.end();

      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(130);
      assertThat(ended.err()).isEmpty();
      assertThat(ended.out()).contains("go on with ./unroll tiny train --resume " + run);
    }
    TrainingState state = TrainingState.read(run.resolve("checkpoints/last.zip"));
    assertThat(state.epoch()).isPositive();
    assertThat(run.resolve("checkpoints/last.zip.tmp")).doesNotExist();
    assertThat(run.resolve("ui.json")).as("the page was closed in order").doesNotExist();
  }

  @Test
  void aStreamGoesOnFromItsStateInTheCheckpoint() {
    Path whole = folder.resolve("whole");
    Path stopped = folder.resolve("stopped");
    Unroll.run(stream(whole));
    Unroll.run(stream(stopped, "--time-limit", "0s"));
    for (int batch = 1; batch < 4; batch++) {
      assertThat(TrainingState.read(TinyTraining.checkpoint(stopped)).batch()).isEqualTo(batch);
      assertThat(ModelBundle.readStream(TinyTraining.checkpoint(stopped)))
          .containsOnlyKeys("cell_hidden", "cell_memory");
      Unroll.run("tiny", "train", "--no-ui", "--time-limit", "0s", "--resume", stopped.toString());
    }
    Unroll resumed = Unroll.run("tiny", "train", "--no-ui", "--resume", stopped.toString());

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    KilledTraining.assertSameNumbers(new RunDirectory(stopped), new RunDirectory(whole));
    assertThat(stopped.resolve("samples.jsonl"))
        .as("kept of the epoch that it stopped in")
        .content()
        .containsOnlyOnce("after 1\"");
    assertThat(ModelBundle.readStream(stopped.resolve("model.zip"))).isEmpty();
  }

  private static String[] stream(Path run, String... more) {
    String graph =
        "graph={cell: {layer: lstm, size: 6, input: steps, dropout: 0.2},"
            + " output: {layer: softmax, input: cell}}";
    List<String> settings = new ArrayList<>(List.of("-s", "stream=true", "-s", graph));
    settings.addAll(List.of("-s", "train.tbptt=5", "-s", "train.epochs=3"));
    settings.addAll(List.of(more));
    return TinyTraining.train(run, settings.toArray(String[]::new));
  }

  @Test
  void theChartOfAResumedTrainingGoesOnWhereItWas() throws IOException {
    Path run = folder.resolve("run");
    List<String> threeSteps = List.of("-s", "examples=4", "-s", "train.epochs=3");
    List<String> train = new ArrayList<>(List.of("tiny", "train", "--time-limit", "0s"));
    train.addAll(List.of("-s", "ui={port: 0, every: 1}", "--run-dir", run.toString()));
    train.addAll(threeSteps);
    Unroll.run(train.toArray(String[]::new));
    assertThat(ChartPoint.stored(run)).hasSize(1);
    Unroll resumed = Unroll.run("tiny", "train", "--resume", run.toString());

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    List<ChartPoint> expected = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("metrics.jsonl"))) {
      JsonNode epoch = Json.MAPPER.readTree(line);
      expected.add(new ChartPoint(epoch.path("epoch").asInt(), epoch.at("/train/loss").asDouble()));
    }
    assertThat(expected).hasSize(3);
    assertThat(ChartPoint.stored(run)).isEqualTo(expected);
  }
}
