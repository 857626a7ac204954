package org.unroll.core.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.config.TrainConfig;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;
import org.unroll.core.run.UnwritableFile;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;

/** A run that ended, for another run to train on from its last epoch. */
public final class ContinuedRun<C extends Record & RunConfig> {
  /** Keys that neither the data nor the graph and its updater depend on. */
  private static final List<String> FREE =
      List.of(
          "train.epochs",
          "train.schedule",
          "train.clip-norm",
          "train.early-stop.patience",
          "train.early-stop.from",
          "train.refit",
          "ui");

  private static final String UPDATER = "train.updater."; // its rate, not its kind

  private final App<C> app;
  private final RunDirectory run;
  private final Loaded<C> stored;
  private final TrainingState end;

  private ContinuedRun(App<C> app, RunDirectory run, Loaded<C> stored, TrainingState end) {
    this.app = app;
    this.run = run;
    this.stored = stored;
    this.end = end;
  }

  /**
   * @throws UserError if it has several trainings, did not end, or has no checkpoint any more
   */
  public static <C extends Record & RunConfig> ContinuedRun<C> of(App<C> app, RunDirectory run) {
    Loaded<C> stored = AppConfig.reload(app, ConfigText.of(run.config()));
    List<Repetition> trainings = Repetition.of(RunRequest.read(run), stored.config());
    if (!trainings.isEmpty()) {
      Repetition first = trainings.get(0);
      throw new UserError(
          "%s holds a training for each %s: --continue goes on with one, such as --continue %s"
              .formatted(run.path(), first.kind(), run.path().resolve(first.directory())));
    }
    if (!run.finished()) {
      throw new UserError(
          "%s has not finished: go on with --resume %s, and continue it then"
              .formatted(run.path(), run.path()));
    }
    if (!Files.exists(run.lastCheckpoint())) {
      throw new UserError(
          "cannot continue %s: its %s is gone, which holds the last epoch's weights and the state of"
                  .formatted(run.path(), run.lastCheckpoint())
              + " the updater; start a new run");
    }
    return new ContinuedRun<>(app, run, stored, TrainingState.read(run.lastCheckpoint()));
  }

  /**
   * Its config with files and settings laid over it.
   *
   * @throws UserError if that is for other data or another graph, or leaves nothing to train
   */
  public Loaded<C> with(List<ConfigText> files, List<String> settings) {
    ConfigText config = ConfigText.of(run.config());
    Loaded<C> given = AppConfig.extend(app, config, files, settings, end.epoch());
    List<String> fixed = stored.changes(given).stream().filter(key -> !free(key)).toList();
    if (!fixed.isEmpty()) {
      throw new UserError(
          "cannot continue %s with another %s: only %s and the rate in train.updater may change"
              .formatted(run.path(), String.join(", ", fixed), String.join(", ", FREE)));
    }
    requireMore(given.config().train());
    return given;
  }

  private boolean free(String key) {
    return FREE.stream().anyMatch(free -> key.equals(free) || key.startsWith(free + "."))
        || key.startsWith(UPDATER) && stored.tree().value(key).isPresent();
  }

  private void requireMore(TrainConfig train) {
    if (train.epochs() <= end.epoch()) {
      throw new UserError(
          "%s was trained for %d epochs: ask for more, such as -s train.epochs=+4"
              .formatted(run.path(), end.epoch()));
    }
    if (Trainer.finished(train, end)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s stopped early after epoch %d, %d epochs after its best one: to go on, give it a"
                  + " larger train.early-stop.patience, such as -s train.early-stop.patience=%d",
              run.path(),
              end.epoch(),
              end.best().epochsWithout(),
              end.best().epochsWithout() + 3));
    }
  }

  /** What a run keeps of its epochs, but for the checkpoint; not what was learnt after them. */
  static void copyEpochs(RunDirectory from, RunDirectory to) {
    try {
      Files.createDirectories(to.checkpoints());
    } catch (IOException e) {
      throw new UnwritableFile(to.checkpoints(), e);
    }
    copy(from.metrics(), to.metrics());
    copy(from.samples(), to.samples());
    copy(from.spectrum(), to.spectrum());
    copy(from.firstStage(), to.firstStage());
    copy(Files.exists(from.chosen()) ? from.chosen() : from.model(), to.model());
  }

  /** Whole or not at all, if it is there. */
  static void copy(Path from, Path to) {
    if (Files.exists(from)) {
      AtomicFile.write(to, out -> Files.copy(from, out));
    }
  }
}
