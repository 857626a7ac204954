package org.unroll.core.train;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;
import org.unroll.core.yaml.ConfigText;
import org.unroll.core.yaml.Loaded;

/**
 * A run that has begun and whose trainings others do, one for each seed and fold: what is left of
 * them, and its result from theirs.
 */
public final class SpreadRun<C extends Record & RunConfig> {
  private final App<C> app;
  private final TrainOptions options;

  public SpreadRun(App<C> app, TrainOptions options) {
    this.app = app;
    this.options = options;
  }

  /**
   * All trainings that have not ended; they have begun then.
   *
   * @param within a directory that holds the run or is it, in which trainings have their names
   * @throws org.unroll.core.UserError if one began with another config
   */
  public List<RemoteTraining> left(RunDirectory run, RunDirectory within) {
    List<RemoteTraining> left = new ArrayList<>();
    Loaded<C> loaded = config(run);
    boolean alone = Repetition.of(options.request(), loaded.config()).isEmpty();
    addLeft(loaded, run, new Place(within, alone, RemoteTraining.Terms.of(options, run)), left);
    return left;
  }

  /** What the names of trainings are relative to, whether there is one, and how all are done. */
  private record Place(RunDirectory within, boolean alone, RemoteTraining.Terms terms) {
    String name(RunDirectory run) {
      String name = within.path().relativize(run.path()).toString();
      return name.isEmpty() ? run.name() : name;
    }
  }

  private void addLeft(Loaded<C> loaded, RunDirectory run, Place place, List<RemoteTraining> left) {
    List<Repetition> repetitions = Repetition.of(options.request(), loaded.config());
    for (Repetition repetition : repetitions) {
      RunDirectory child = run.within(repetition.directory());
      Loaded<C> varied = AppConfig.vary(app, loaded, repetition.settings());
      SpreadRun<C> of = new SpreadRun<>(app, options.ofRepetition(run));
      of.begin(varied, child);
      of.addLeft(varied, child, place, left);
    }
    boolean single = repetitions.isEmpty();
    if (single && RunConclusion.stored(run, options.request().test()).isEmpty()) {
      String directory = run.path().toAbsolutePath().toString();
      int workers = Engines.workers(loaded.config().train());
      String name = place.name(run);
      left.add(new RemoteTraining(directory, name, 0, workers, place.alone, place.terms));
    }
  }

  private void begin(Loaded<C> loaded, RunDirectory run) {
    RequestedTraining<C> training = new RequestedTraining<>(app, options);
    if (run.begun()) {
      training.refuseDifferences(run, loaded);
    } else {
      training.begin(loaded, run);
    }
  }

  /**
   * The result of a run from those of its trainings.
   *
   * @return empty if one has none
   */
  public Optional<RunResult> collect(RunDirectory run) {
    Loaded<C> loaded = config(run);
    List<Repetition> repetitions = Repetition.of(options.request(), loaded.config());
    if (!repetitions.isEmpty()) {
      SpreadRun<C> of = new SpreadRun<>(app, options.ofRepetition(run));
      return new RepeatedTraining(run, repetitions, options.out(), app.judge(loaded.config()))
          .train((repetition, child) -> of.collect(child));
    }
    if (!Files.exists(run.result())) {
      return Optional.empty();
    }
    options.out().println("report " + run.report());
    return Optional.of(RunResult.read(run));
  }

  private Loaded<C> config(RunDirectory run) {
    return AppConfig.reload(app, ConfigText.of(run.config()));
  }
}
