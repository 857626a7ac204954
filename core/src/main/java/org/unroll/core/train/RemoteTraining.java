package org.unroll.core.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.unroll.core.app.App;
import org.unroll.core.app.RunConfig;
import org.unroll.core.engine.Threads;
import org.unroll.core.parallel.ProcessGroup;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;
import org.unroll.core.run.UnwritableFile;

/**
 * A training that another machine does. Its run has begun, in a directory that all machines see at
 * the same path.
 *
 * @param directory of the run, absolute
 * @param name to the user: the directory within that of all trainings
 * @param epochs to be done at most, those before counted; 0 for the whole training
 * @param workers processes that train it together, the one that is given it among them
 * @param followed whether what it says goes to {@link #console}, for somebody who reads along
 * @param terms the same of all trainings
 */
public record RemoteTraining(
    String directory, String name, int epochs, int workers, boolean followed, Terms terms)
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
   * @param ui attach the training page of one that is followed
   */
  public record Terms(
      boolean test, boolean offline, Duration limit, String goOn, Threads threads, boolean ui)
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
          options.measured().or(() -> RunThreads.below(run)).orElse(Threads.ONE),
          options.ui());
    }

    /** The same of trainings that look at no test split and are stopped together. */
    Terms ofTrials() {
      return new Terms(false, offline, Duration.ZERO, goOn, threads, false);
    }
  }

  public RunDirectory run() {
    return new RunDirectory(Path.of(directory));
  }

  /** What it says while it is followed; gone afterwards. */
  public Path console() {
    return run().checkpoints().resolve("console.txt");
  }

  /** Where the processes that train it together find the first of them; gone afterwards. */
  public Path groupFile() {
    return run().checkpoints().resolve("group").resolve("address.json");
  }

  /**
   * How it is done here.
   *
   * @param stop ends it early, with a checkpoint
   * @param notices told what the user should know
   * @param group the processes that train it; empty if this one does it alone
   * @param page whether a page of this process can be seen by who reads along
   */
  public record Here(
      BooleanSupplier stop, Consumer<String> notices, Optional<ProcessGroup> group, boolean page) {}

  /**
   * Does it here, as if it had been asked for here.
   *
   * @param app of the run
   */
  public <C extends Record & RunConfig> void train(App<C> app, Here here) {
    if (!followed) {
      train(app, here, System.out);
      return;
    }
    try {
      Files.createDirectories(console().getParent());
      OutputStream file =
          Files.newOutputStream(console(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      try (PrintStream out = new PrintStream(file, true, UTF_8)) {
        train(app, here, out);
      }
    } catch (IOException e) {
      throw new UnwritableFile(console(), e);
    }
  }

  private <C extends Record & RunConfig> void train(App<C> app, Here here, PrintStream out) {
    RunDirectory parent = new RunDirectory(run().path().getParent());
    TrainOptions options =
        new TrainOptions(
            RunRequest.read(run()).orTest(terms.test),
            Optional.of(terms.limit).filter(limit -> !limit.isZero()),
            followed && terms.ui && here.page,
            ProgressDisplay.access(terms.offline, followed ? out::println : here.notices, Map.of()),
            out,
            terms.goOn,
            Optional.of(terms.threads),
            here.stop,
            here.group);
    here.group.ifPresent(group -> out.println(group.told()));
    if (epochs == 0) {
      new RequestedTraining<>(app, options).train(run());
      return;
    }
    try (StopSignal signal = new StopSignal(Optional.empty(), here.stop)) {
      new TrialTraining<>(app, options, parent, signal).trainTo(epochs, run());
    }
  }
}
