package org.unroll.core.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.unroll.core.config.UserError;

/** {@code runs/<app>/<time>-<name>/} and the names of the files in it. */
public record RunDirectory(Path path) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Where all runs of all apps lie, below the working directory. */
  public static final Path RUNS = Path.of("runs");

  /**
   * Makes a new directory {@code runs/<app>/<time>-<name>}; an existing run is never reused.
   *
   * @throws UserError if it cannot be made
   */
  public static RunDirectory create(String app, String name) {
    String stem = LocalDateTime.now().format(TIME) + "-" + name;
    Path parent = RUNS.resolve(app);
    for (int n = 1; ; n++) {
      Path path = parent.resolve(n == 1 ? stem : stem + "-" + n);
      if (!Files.exists(path)) {
        return createAt(path);
      }
    }
  }

  /** Makes a new run at a path of the user's choice. */
  public static RunDirectory createAt(Path path) {
    try {
      if (path.toAbsolutePath().getParent() != null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
      }
      Files.createDirectory(path);
      Files.createDirectory(path.resolve("checkpoints"));
      return new RunDirectory(path);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(
          e.getFile()
              + " already exists; an existing run is never overwritten: choose another name, or continue it with --resume "
              + path,
          e);
    } catch (IOException e) {
      throw new UserError("cannot make the run directory " + path + ": " + e, e);
    }
  }

  /**
   * An existing run.
   *
   * @param run a directory, or {@code latest} for the app's newest
   */
  public static RunDirectory open(String app, String run) {
    Path path = run.equals("latest") ? latest(app) : Path.of(run);
    if (!Files.isRegularFile(path.resolve("config.yaml"))) {
      throw new UserError(
          "no run at "
              + path
              + ": expected a directory with a config.yaml, such as the ones below "
              + RUNS.resolve(app));
    }
    return new RunDirectory(path);
  }

  private static Path latest(String app) {
    Path parent = RUNS.resolve(app);
    if (Files.isDirectory(parent)) {
      try (Stream<Path> runs = Files.list(parent)) {
        Optional<Path> newest =
            runs.filter(run -> Files.isRegularFile(run.resolve("config.yaml")))
                .max(Comparator.comparing(run -> run.getFileName().toString()));
        if (newest.isPresent()) {
          return newest.get();
        }
      } catch (IOException e) {
        throw new UserError("cannot read " + parent + ": " + e, e);
      }
    }
    throw new UserError(
        "no run of "
            + app
            + " yet below "
            + parent.toAbsolutePath()
            + ": train one first with ./unroll "
            + app
            + " train");
  }

  /** The name in the UI and in messages: the last part of the path. */
  public String name() {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  public Path config() {
    return path.resolve("config.yaml");
  }

  public Path provenance() {
    return path.resolve("provenance.json");
  }

  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  public Path samples() {
    return path.resolve("samples.jsonl");
  }

  public Path result() {
    return path.resolve("result.json");
  }

  public Path tables() {
    return path.resolve("tables.json");
  }

  public Path stats() {
    return path.resolve("stats.dl4j");
  }

  public Path log() {
    return path.resolve("log.txt");
  }

  /** The best epoch's net with all that prediction needs. */
  public Path model() {
    return path.resolve("model.zip");
  }

  /** The newest state, to resume from. */
  public Path lastCheckpoint() {
    return path.resolve("checkpoints").resolve("last.zip");
  }
}
