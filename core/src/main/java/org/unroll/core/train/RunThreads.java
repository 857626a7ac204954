package org.unroll.core.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unroll.core.UserError;
import org.unroll.core.app.RunConfig;
import org.unroll.core.engine.Backend;
import org.unroll.core.engine.Threads;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;

/** The threads of a run: chosen once when it begins, then kept in its provenance. */
final class RunThreads {
  private static final Logger LOG = LoggerFactory.getLogger(RunThreads.class);

  private RunThreads() {}

  /**
   * For a run that begins: what its config says, what another run of the same config was given, or
   * what is measured now.
   *
   * @param measuring empty if it was ended before it could tell
   */
  static Threads choose(
      RunConfig config, TrainOptions options, Supplier<Optional<Threads>> measuring) {
    if (config.train().engine().isPresent()) {
      return Engines.threads(config.train().engine().get());
    }
    if (config.threads().isPresent()) {
      return Backend.prepare(config.device(), config.threads());
    }
    if (options.measured().isPresent()) {
      Threads threads = options.measured().get();
      return told("threads: auto takes what it measured before: ", threads, options);
    }
    return measuring
        .get()
        .map(best -> told("threads: auto measured that fastest now is ", best, options))
        .orElseGet(() -> told("threads: auto had no time to measure, so ", Threads.ONE, options));
  }

  private static Threads told(String how, Threads threads, TrainOptions options) {
    String line = how + threads.told();
    options.out().println(line);
    LOG.info(line);
    return threads;
  }

  /**
   * Of a run that has begun.
   *
   * @throws UserError if its provenance was damaged
   */
  static Threads of(RunDirectory run) {
    return new Threads(
        tellsParts(run) ? number(run, Backend.PARTS) : 1, number(run, Backend.THREADS));
  }

  /** False of a run from before batches were cut: it had one part. */
  static boolean tellsParts(RunDirectory run) {
    return environment(run).containsKey(Backend.PARTS);
  }

  private static int number(RunDirectory run, String fact) {
    String text = String.valueOf(environment(run).get(fact));
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new UserError(
          "cannot read %s: environment.%s: expected a whole number from 1 to 9999, found '%s'"
              .formatted(run.provenance(), fact, text));
    }
    return Integer.parseInt(text);
  }

  private static Map<String, String> environment(RunDirectory run) {
    return Optional.ofNullable(Provenance.read(run).environment()).orElse(Map.of());
  }

  /** Of the first run in a directory of runs, seeds or folds; empty if none has begun. */
  static Optional<Threads> below(RunDirectory parent) {
    Path name = parent.provenance().getFileName();
    try (Stream<Path> files = Files.walk(parent.path(), RunDirectory.DEPTH)) {
      return files
          .filter(file -> file.endsWith(name))
          .min(Comparator.naturalOrder())
          .map(file -> of(new RunDirectory(file.getParent())));
    } catch (IOException e) {
      throw new UserError("cannot read " + parent.path() + ": " + e, e);
    }
  }
}
