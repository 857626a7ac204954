package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.harness.Unroll;
import org.unroll.core.run.ModelBundle;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/** What a task learns of the validation split once the best epoch is known, and where it stands. */
class CalibrationIT {
  @TempDir private Path folder;

  private RunDirectory train(String name, String... more) {
    Path run = folder.resolve(name);
    String[] command = {
      "tiny", "train", "--no-ui", "--run-dir", run.toString(), "-s", "calibrate=true"
    };
    Unroll.run(join(command, more));
    return new RunDirectory(run);
  }

  private static String[] join(String[] one, String[] two) {
    String[] all = java.util.Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, all, one.length, two.length);
    return all;
  }

  private String learnt(Path bundle) throws IOException {
    Path fitted = Files.createTempDirectory(folder, "fitted");
    ModelBundle.extractFitted(bundle, fitted);
    Path file = fitted.resolve("calibrated.txt");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void itIsLearntOnceOfTheBestEpochAndKeptWithItsNet() throws IOException {
    // the later epochs are no better: the first one stays the best
    RunDirectory run = train("run", "-s", "train.updater={sgd: 1.0e-12}");
    RunResult result = RunResult.read(run);

    assertThat(result.bestEpoch()).isLessThan(result.epochs());
    assertThat(learnt(run.model())).isEqualTo(result.metrics().get("validation").toString());
    assertThat(learnt(run.lastCheckpoint())).isEmpty();
  }

  @Test
  void aRunThatGoesOnLearnsAnewOfWhatIsBestThen() throws IOException {
    RunDirectory whole = train("whole");
    RunDirectory limited = train("limited");
    Files.delete(limited.result());
    Files.delete(limited.report());
    Unroll.run("tiny", "train", "--no-ui", "--resume", limited.path().toString());

    assertThat(learnt(limited.model())).isNotEmpty().isEqualTo(learnt(whole.model()));
    assertThat(RunResult.read(limited).metrics()).isEqualTo(RunResult.read(whole).metrics());
  }

  @Test
  void whatWasLearntBeforeIsNotInTheBundlesOfATrainingThatGoesOn() throws IOException {
    RunDirectory run = train("run", "--time-limit", "0s");
    RunDirectory whole = train("whole");
    Files.createDirectories(run.checkpoints().resolve("fitted"));
    Files.writeString(run.checkpoints().resolve("fitted/calibrated.txt"), "old");
    Unroll.run("tiny", "train", "--no-ui", "--resume", run.path().toString());

    assertThat(learnt(run.lastCheckpoint())).isEmpty();
    assertThat(learnt(run.model())).isEqualTo(learnt(whole.model()));
  }
}
