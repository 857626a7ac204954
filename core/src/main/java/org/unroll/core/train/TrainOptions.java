package org.unroll.core.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.unroll.core.data.DataAccess;
import org.unroll.core.engine.Threads;
import org.unroll.core.parallel.ProcessGroup;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;

/**
 * What the command line says about a training beyond its config.
 *
 * @param request what the run keeps of it
 * @param timeLimit stop after this long, with a checkpoint
 * @param ui attach the training page
 * @param access how data may be reached
 * @param out where the user reads along
 * @param goOn the command that goes on with it once it was stopped, with all of its seeds, folds
 *     and rows
 * @param measured what {@code threads: auto} came to in another run of the same seeds or folds
 * @param stop ends it as Ctrl-C does
 * @param group the processes that train together; empty if this one does all
 */
public record TrainOptions(
    RunRequest request,
    Optional<Duration> timeLimit,
    boolean ui,
    DataAccess access,
    PrintStream out,
    String goOn,
    Optional<Threads> measured,
    BooleanSupplier stop,
    Optional<ProcessGroup> group) {

  /** Those of a process that trains alone, and that only Ctrl-C and the time limit end early. */
  public TrainOptions(
      RunRequest request,
      Optional<Duration> timeLimit,
      boolean ui,
      DataAccess access,
      PrintStream out,
      String goOn,
      Optional<Threads> measured) {
    this(request, timeLimit, ui, access, out, goOn, measured, () -> false, Optional.empty());
  }

  /** The same with another request. */
  public TrainOptions asking(RunRequest other) {
    return new TrainOptions(other, timeLimit, ui, access, out, goOn, measured, stop, group);
  }

  /** The same, but nobody reads along. */
  TrainOptions unheard() {
    PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return new TrainOptions(request, timeLimit, ui, access, nobody, goOn, measured, stop, group);
  }

  /** The same for one of the trainings that are repeated in a directory. */
  TrainOptions ofRepetition(RunDirectory parent) {
    return new TrainOptions(
        request.withoutSeeds(),
        timeLimit,
        ui,
        access,
        out,
        goOn,
        measured.or(() -> RunThreads.below(parent)),
        stop,
        group);
  }
}
