package org.unroll.core.train;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.unroll.core.app.DataAccess;

/**
 * What the command line says about a training beyond its config.
 *
 * @param test score the test split at the end
 * @param timeLimit stop after this long, with a checkpoint
 * @param ui attach the training page
 * @param out where the user reads along
 * @param command as typed, for the provenance
 */
public record TrainOptions(
    boolean test,
    Optional<Duration> timeLimit,
    boolean ui,
    DataAccess access,
    PrintStream out,
    List<String> command) {}
