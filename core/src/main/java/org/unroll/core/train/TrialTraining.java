package org.unroll.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunLock;
import org.unroll.core.run.RunResult;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;

/**
 * Trains runs part by part: up to an epoch now, from the checkpoint further later, with the numbers
 * of a training in one go. Prints nothing but how to go on when Ctrl-C ends it at once.
 */
public final class TrialTraining<C extends Record & RunConfig> {
  private final App<C> app;
  private final TrainOptions options;
  private final RunDirectory parent;
  private final StopSignal stop;

  /**
   * @param parent holds the runs, which take over what {@code threads: auto} measured in the first
   * @param stop ends a training before its epoch
   */
  public TrialTraining(App<C> app, TrainOptions options, RunDirectory parent, StopSignal stop) {
    this.app = app;
    this.options = options;
    this.parent = parent;
    this.stop = stop;
  }

  /** How far a run that has begun is trained. */
  public TrialProgress progress(RunDirectory run) {
    return TrialProgress.read(config(run).config().train(), run);
  }

  /**
   * Trains a run that has begun; if none of its epochs is left, it is scored and reported.
   *
   * @param epochs to be done at most, those before counted
   * @return how far it is then, which is less if it was stopped
   * @throws DivergedTraining if it diverged
   */
  public TrialProgress trainTo(int epochs, RunDirectory run) {
    TrialProgress before = progress(run);
    if (isThrough(epochs, run, before)) {
      return before;
    }
    train(config(run), run, new TrainingRun.Part(epochs, false, stop));
    return progress(run);
  }

  private static boolean isThrough(int epochs, RunDirectory run, TrialProgress before) {
    boolean open = before.finished() && RunConclusion.stored(run, false).isEmpty();
    return before.reached(epochs) && !open;
  }

  /** Those of some runs that are not trained up to an epoch, or not scored at their end. */
  public List<RemoteTraining> left(int epochs, List<RunDirectory> runs) {
    RemoteTraining.Terms terms = RemoteTraining.Terms.of(options, parent).ofTrials();
    List<RemoteTraining> left = new ArrayList<>();
    for (RunDirectory run : runs) {
      if (!isThrough(epochs, run, progress(run))) {
        String directory = run.path().toAbsolutePath().toString();
        int workers = Engines.workers(config(run).config().train());
        left.add(new RemoteTraining(directory, run.name(), epochs, workers, false, terms));
      }
    }
    return left;
  }

  /**
   * Scores the best epoch so far, on the test split too if the request asks for it.
   *
   * @return empty if it was stopped
   */
  public Optional<RunResult> conclude(RunDirectory run) {
    Loaded<C> loaded = config(run);
    int done = TrialProgress.read(loaded.config().train(), run).epochs();
    return train(loaded, run, new TrainingRun.Part(done, true, stop));
  }

  private Loaded<C> config(RunDirectory run) {
    return AppConfig.reload(app, ConfigText.of(run.config()));
  }

  private Optional<RunResult> train(Loaded<C> loaded, RunDirectory run, TrainingRun.Part part) {
    Supplier<Optional<RunResult>> training =
        () -> new TrainingRun<>(app, loaded, options.ofRepetition(parent)).of(part).train(run);
    return RunLock.during(run, training);
  }
}
