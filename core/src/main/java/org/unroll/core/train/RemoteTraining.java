package org.unroll.core.train;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.engine.Threads;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;

/**
 * A training that another machine does. Its run has begun, in a directory that all machines see at
 * the same path.
 *
 * @param directory of the run, absolute
 * @param name to the user: the directory within that of all trainings
 * @param epochs to be done at most, those before counted; 0 for the whole training
 * @param terms the same of all trainings
 */
public record RemoteTraining(String directory, String name, int epochs, Terms terms)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * What holds for all trainings of a run, beside what their directories hold.
   *
   * @param test scores the test split in the end, whether or not the run asked for it
   * @param offline never connects to the network
   * @param limit of each training; zero for none
   * @param goOn the command that goes on with all of them
   * @param threads what {@code threads: auto} is
   */
  public record Terms(boolean test, boolean offline, Duration limit, String goOn, Threads threads)
      implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Those that trainings here would have, but for {@code threads: auto}: one that is not measured
     * yet is one, as other trainings are on the same machine.
     *
     * @param run holds the trainings
     */
    static Terms of(TrainOptions options, RunDirectory run) {
      return new Terms(
          options.request().test(),
          options.access().offline(),
          options.timeLimit().orElse(Duration.ZERO),
          options.goOn(),
          options.measured().or(() -> RunThreads.below(run)).orElse(Threads.ONE));
    }

    /** The same of trainings that look at no test split and are stopped together. */
    Terms ofTrials() {
      return new Terms(false, offline, Duration.ZERO, goOn, threads);
    }
  }

  public RunDirectory run() {
    return new RunDirectory(Path.of(directory));
  }

  /**
   * Does it here, as if it had been asked for here; the page in the browser is left out.
   *
   * @param app of the run
   * @param stop ends it early, with a checkpoint
   * @param notices told what the user should know
   */
  public <C extends Record & RunConfig> void train(
      App<C> app, BooleanSupplier stop, Consumer<String> notices) {
    RunDirectory parent = new RunDirectory(run().path().getParent());
    TrainOptions options =
        new TrainOptions(
            RunRequest.read(run()).orTest(terms.test),
            Optional.of(terms.limit).filter(limit -> !limit.isZero()),
            false,
            ProgressDisplay.access(terms.offline, notices, Map.of()),
            System.out,
            terms.goOn,
            Optional.of(terms.threads),
            stop,
            Optional.empty());
    if (epochs == 0) {
      new RequestedTraining<>(app, options).train(run());
      return;
    }
    try (StopSignal signal = new StopSignal(Optional.empty(), stop)) {
      new TrialTraining<>(app, options, parent, signal).trainTo(epochs, run());
    }
  }
}
