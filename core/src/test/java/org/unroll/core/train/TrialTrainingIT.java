package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.harness.KilledTraining;
import org.unroll.core.harness.Unroll;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;
import org.unroll.core.run.RunResult;
import org.unroll.core.tiny.TinyApp;

/** A training in parts ends with the numbers of one in one go. */
class TrialTrainingIT {
  private static final String SCHEDULE = "train.schedule={kind: cosine, factor: 0.1}";

  @TempDir private Path folder;

  private static <C extends Record & RunConfig> TrialTraining<C> training(
      App<C> app, RunDirectory run, boolean test, String... settings) {
    RunRequest request = new RunRequest(List.of("tiny", "search"), test, List.of());
    TrainOptions options =
        new TrainOptions(
            request,
            Optional.empty(),
            false,
            new DataAccess(true, notice -> {}),
            System.out,
            "",
            Optional.empty());
    if (!run.begun()) {
      new RequestedTraining<>(app, options)
          .begin(AppConfig.load(app, List.of(), List.of(settings)), run);
    }
    RunDirectory parent = new RunDirectory(run.path().getParent());
    return new TrialTraining<>(app, options, parent, new StopSignal(Optional.empty()));
  }

  private RunDirectory run(String name) {
    return new RunDirectory(folder).within(name);
  }

  @Test
  void pausedAndResumedItIsTheSame() {
    RunDirectory run = run("parts");
    TrialTraining<?> training = training(new TinyApp(), run, false, "train.epochs=5", SCHEDULE);
    TrialProgress one = training.trainTo(1, run);
    assertThat(run.result()).doesNotExist();
    TrialProgress three = training.trainTo(3, run);
    TrialProgress again = training.trainTo(2, run);
    TrialProgress five = training.trainTo(5, run);
    RunDirectory whole = run("whole");
    whole.path().toFile().delete();
    Unroll.run(TinyTraining.train(whole.path(), "-s", "train.epochs=5", "-s", SCHEDULE));

    KilledTraining.assertSameNumbers(run, whole);
    assertThat(one.epochs()).isEqualTo(1);
    assertThat(three).isEqualTo(again);
    assertThat(five.finished()).isTrue();
    assertThat(five.best()).startsWith(three.best().toArray(TrainingState.Best[]::new));
    assertThat(five.at(1)).isEqualTo(one.at(1));
    assertThat(five.at(9)).isEqualTo(five.at(5));
    assertThat(five.at(5)).isEqualTo(TrainingState.read(run.lastCheckpoint()).best());
  }

  @Test
  void aPausedOneIsScoredAndCanGoOn() {
    RunDirectory run = run("paused");
    TrialTraining<?> training = training(new TinyApp(), run, false, "train.epochs=4");
    training.trainTo(2, run);
    RunResult scored = training(new TinyApp(), run, true).conclude(run).orElseThrow();

    assertThat(scored.epochs()).isEqualTo(2);
    assertThat(scored.metrics()).containsOnlyKeys(Split.VALIDATION.key(), Split.TEST.key());
    assertThat(run.finished()).isFalse();
    assertThat(training.trainTo(4, run).finished()).isTrue();
    assertThat(run.finished()).isTrue();
  }

  @Test
  void whatDivergesSaysSo() {
    RunDirectory run = run("poisoned");
    TrialTraining<?> training = training(new TinyApp(), run, false, "poison=1");

    assertThatThrownBy(() -> training.trainTo(3, run)).isInstanceOf(DivergedTraining.class);
    assertThat(training.progress(run).epochs()).isEqualTo(1);
  }
}
