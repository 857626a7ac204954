package org.unroll.core.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.unroll.core.UserError;

/** {@code runs/<app>/<time>-<name>/} and the names of the files in it. */
public record RunDirectory(Path path) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** What the directory of a comparison holds beside those of its rows. */
  public static final String COMPARISON = "comparison.json";

  /** The same of a search, beside those of its trials. */
  public static final String SEARCH = "search.json";

  /** What keeps a directory to one process while it trains. */
  public static final String LOCK = "lock";

  /** A run's directory, its seeds, their folds. */
  public static final int DEPTH = 3;

  private static final String LATEST = "latest";

  /** A system property: where {@link #runs} are, if not below the working directory. */
  public static final String RUNS_PROPERTY = "unroll.runs";

  /** Where all runs of all apps lie: {@code runs} below the working directory. */
  public static Path runs() {
    return Path.of(System.getProperty(RUNS_PROPERTY, "runs"));
  }

  /**
   * Makes a new directory {@code runs/<app>/<time>-<name>}; an existing run is never reused.
   *
   * @throws UserError if it cannot be made
   */
  public static RunDirectory create(String app, String name) {
    String stem = LocalDateTime.now().format(TIME) + "-" + name;
    Path parent = runs().resolve(app);
    for (int n = 1; ; n++) {
      Optional<RunDirectory> made = make(parent.resolve(n == 1 ? stem : stem + "-" + n));
      if (made.isPresent()) { // else another run began in the same second
        return made.get();
      }
    }
  }

  /**
   * Makes a new run at a path of the user's choice.
   *
   * @throws UserError if there is one, or it cannot be made
   */
  public static RunDirectory createAt(Path path) {
    return make(path)
        .orElseThrow(
            () ->
                new UserError(
                    path
                        + " already exists; an existing run is never overwritten: choose another"
                        + " name, or continue it with --resume "
                        + path));
  }

  /** Empty if there is something of that name. */
  private static Optional<RunDirectory> make(Path path) {
    try {
      if (path.toAbsolutePath().getParent() != null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
      }
    } catch (IOException e) {
      throw new UnwritableFile(path, e);
    }
    try {
      Files.createDirectory(path);
      return Optional.of(new RunDirectory(path));
    } catch (FileAlreadyExistsException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UnwritableFile(path, e);
    }
  }

  /** The run in a sub-directory, such as that of one seed or fold; made if it is not there. */
  public RunDirectory within(String name) {
    Path child = path.resolve(name);
    return make(child).orElse(new RunDirectory(child));
  }

  /** True once there is enough to resume it. */
  public boolean begun() {
    return Files.isRegularFile(config());
  }

  /**
   * Deletes the directory of a run that failed before any data and graph of it stood, so that
   * {@code latest} does not find it; any other is left as it is.
   */
  public void discardIfNothingTrained() {
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> files = tree.sorted(Comparator.reverseOrder()).toList();
      if (files.stream().noneMatch(file -> file.endsWith(provenance().getFileName()))) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UnwritableFile(path, e);
    }
  }

  /**
   * An existing run.
   *
   * @param run a directory, its path below {@link #runs}, or {@code latest} for the app's newest
   *     that has a result
   */
  public static RunDirectory open(String app, String run) {
    return open(isLatest(app, run) ? LatestRun.finished(app) : named(run));
  }

  /**
   * A run to go on with.
   *
   * @param run a directory, its path below {@link #runs}, or {@code latest} for the app's newest
   *     that did not finish
   */
  public static RunDirectory openUnfinished(String app, String run) {
    return open(isLatest(app, run) ? LatestRun.unfinished(app) : named(run));
  }

  private static boolean isLatest(String app, String run) {
    return run.equals(LATEST) || run.equals(app + "/" + LATEST);
  }

  /** As {@code runs list} prints it, unless there is such a directory here. */
  private static Path named(String run) {
    Path here = Path.of(run);
    Path stored = runs().resolve(run);
    return !Files.exists(here) && Files.isDirectory(stored) ? stored : here;
  }

  /** An existing run at a path. */
  public static RunDirectory open(Path path) {
    if (Files.isRegularFile(path.resolve(COMPARISON))) {
      throw new UserError(
          path + " holds a run for each row of a comparison: name one of them, a folder in it");
    }
    if (Files.isRegularFile(path.resolve(SEARCH))) {
      throw new UserError(
          path + " holds a run for each trial of a search: name one of them, a folder in it");
    }
    if (!Files.isRegularFile(path.resolve("config.yaml"))) {
      throw new UserError(
          "no run at "
              + path
              + ": expected a directory with a config.yaml, such as the ones below "
              + runs()
              + (Files.isDirectory(path)
                  ? "; one without was killed before it began: delete it"
                  : ""));
    }
    return new RunDirectory(path);
  }

  /**
   * Whether it was trained and scored to its end, and each of its seeds and folds too; one that a
   * time limit stopped was not, though it has a result.
   */
  public boolean finished() {
    if (!Files.isRegularFile(result())) {
      return false;
    }
    try (Stream<Path> files = Files.walk(path, DEPTH)) {
      return files
          .filter(file -> file.endsWith(provenance().getFileName()))
          .noneMatch(
              file -> Provenance.read(new RunDirectory(file.getParent())).finished().isEmpty());
    } catch (IOException e) {
      throw new UserError("cannot read " + path + ": " + e, e);
    }
  }

  /** All that it keeps; not the predictions that a user may put beside it. */
  public List<Path> files() {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("predictions"))
          .toList();
    } catch (IOException e) {
      throw new UserError("cannot read " + path + ": " + e, e);
    }
  }

  /** The name in the UI and in messages: the last part of the path. */
  public String name() {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  /** The same without the time that {@link #create} puts before it. */
  public String givenName() {
    return name().replaceFirst("^\\d{8}-\\d{6}-(?=.)", "");
  }

  public Path config() {
    return path.resolve("config.yaml");
  }

  /** What was asked for beside the config. */
  public Path request() {
    return path.resolve("request.json");
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

  /** Further tables for the report alone, such as single examples. */
  public Path details() {
    return path.resolve("details.json");
  }

  /** What was found in the data. */
  public Path data() {
    return path.resolve("data.json");
  }

  /** What took how long. */
  public Path timings() {
    return path.resolve("timings.json");
  }

  /** What the net and the simple models answered, for the scores of all folds together. */
  public Path answers() {
    return path.resolve("answers.json");
  }

  /** What the report draws. */
  public Path charts() {
    return path.resolve("charts.json");
  }

  /** How large the recurrent weights were after each epoch. */
  public Path spectrum() {
    return path.resolve("spectrum.jsonl");
  }

  /** What the recurrent layers of the best net do inside. */
  public Path inspection() {
    return path.resolve("inspection.json");
  }

  public Path stats() {
    return path.resolve("stats.dl4j");
  }

  public Path report() {
    return path.resolve("report.html");
  }

  public Path log() {
    return path.resolve("log.txt");
  }

  /** The best epoch's net, or the one refitted, with all that prediction needs. */
  public Path model() {
    return path.resolve("model.zip");
  }

  /** With {@code train.refit}: the best epoch's net, which never saw the validation data. */
  public Path chosen() {
    return checkpoints().resolve("chosen.zip");
  }

  /** The best epoch's net of the first stage, if the app has one. */
  public Path firstStage() {
    return checkpoints().resolve("first.zip");
  }

  /** The best epoch's net of the rival, if the app has one. */
  public Path rival() {
    return checkpoints().resolve("rival.zip");
  }

  /** There while the rival is not trained to its end. */
  public Path rivalDue() {
    return checkpoints().resolve("rival.due");
  }

  /** The newest state, to resume from. */
  public Path lastCheckpoint() {
    return checkpoints().resolve("last.zip");
  }

  public Path checkpoints() {
    return path.resolve("checkpoints");
  }
}
