package org.unroll.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.DataAccess;
import org.unroll.core.harness.KilledTraining;
import org.unroll.core.harness.Unroll;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;
import org.unroll.core.run.RunResult;
import org.unroll.core.tiny.TinyApp;

/** Trainings that a cluster does, which here is this thread, give what trainings here give. */
class SpreadTrainingIT {
  private static final String[] SETTINGS = {"train.epochs=2", "fold-count=2", "threads=1"};

  @TempDir private Path folder;

  /** One machine. */
  private static final class OneMachine implements Cluster {
    private final int most;
    private final List<String> done = new ArrayList<>();

    /**
     * @param most trainings until it is stopped
     */
    OneMachine(int most) {
      this.most = most;
    }

    @Override
    public void train(List<RemoteTraining> trainings, BooleanSupplier stop, Listener listener) {
      for (RemoteTraining each : trainings) {
        if (!stop.getAsBoolean()) {
          train(each, listener);
        }
      }
    }

    private void train(RemoteTraining training, Listener listener) {
      listener.began(training);
      try {
        training.train(
            new TinyApp(),
            new RemoteTraining.Here(() -> false, listener::told, Optional.empty(), false));
        done.add(training.name());
        listener.ended(training);
      } catch (DivergedTraining e) {
        listener.failed(training, e);
      }
    }

    boolean isStopped() {
      return done.size() >= most;
    }

    @Override
    public void close() {}
  }

  private static <C extends Record & RunConfig> Optional<RunResult> train(
      App<C> app, OneMachine machine, RunDirectory run, String... settings) {
    TrainOptions options =
        new TrainOptions(
            new RunRequest(List.of("tiny", "train"), true, List.of(1L, 2L)),
            Optional.empty(),
            false,
            new DataAccess(true, notice -> {}),
            System.out,
            "",
            Optional.empty(),
            machine::isStopped,
            Optional.empty());
    return new RequestedTraining<>(app, options, Optional.of(machine))
        .train(AppConfig.load(app, List.of(), List.of(settings)), run);
  }

  private RunDirectory run(String name) {
    return new RunDirectory(folder).within(name);
  }

  private RunDirectory trainedHere() {
    Path run = folder.resolve("here");
    List<String> command = new ArrayList<>(List.of("--seeds", "1,2", "--test"));
    for (String setting : SETTINGS) {
      command.addAll(List.of("-s", setting));
    }
    assertThat(Unroll.run(TinyTraining.train(run, command.toArray(String[]::new))).exitCode())
        .isZero();
    return new RunDirectory(run);
  }

  private static void assertSame(RunDirectory spread, RunDirectory here) {
    for (String each :
        List.of("seed-1/fold-1", "seed-1/fold-2", "seed-2/fold-1", "seed-2/fold-2")) {
      KilledTraining.assertSameNumbers(spread.within(each), here.within(each));
    }
    assertThat(RunResult.read(spread))
        .usingRecursiveComparison()
        .ignoringFields("seconds", "examplesPerSecond", "name")
        .isEqualTo(RunResult.read(here));
  }

  @Test
  void foldsOfSeedsAreWhatTheyAreHere() {
    OneMachine machine = new OneMachine(9);
    RunDirectory run = run("spread");

    Optional<RunResult> result = train(new TinyApp(), machine, run, SETTINGS);

    assertThat(result).contains(RunResult.read(run));
    assertThat(machine.done)
        .containsExactly("seed-1/fold-1", "seed-1/fold-2", "seed-2/fold-1", "seed-2/fold-2");
    assertSame(run, trainedHere());
  }

  @Test
  void whatIsLeftGoesOnHereOrThere() {
    RunDirectory run = run("stopped");
    OneMachine first = new OneMachine(1);
    assertThat(train(new TinyApp(), first, run, SETTINGS)).isEmpty();
    assertThat(run.result()).doesNotExist();

    OneMachine second = new OneMachine(2);
    assertThat(train(new TinyApp(), second, run, SETTINGS)).isEmpty();
    assertThat(second.done).containsExactly("seed-1/fold-2", "seed-2/fold-1");
    Unroll resumed = Unroll.run("tiny", "train", "--no-ui", "--resume", run.path().toString());

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertSame(run, trainedHere());
  }

  @Test
  void theFirstFailureIsThatOfAll() {
    OneMachine machine = new OneMachine(9);
    RunDirectory run = run("poisoned");

    assertThatThrownBy(() -> train(new TinyApp(), machine, run, "poison=1", "threads=1"))
        .isInstanceOf(DivergedTraining.class);
    assertThat(machine.done).isEmpty();
    assertThat(run.within("seed-1").provenance()).exists();
  }
}
