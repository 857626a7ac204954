package org.unroll.core.search;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.RunConfig;
import org.unroll.core.data.Split;
import org.unroll.core.metric.Scale;
import org.unroll.core.run.Provenance;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;
import org.unroll.core.run.UnwritableFile;
import org.unroll.core.train.Cluster;
import org.unroll.core.train.DivergedTraining;
import org.unroll.core.train.StopSignal;
import org.unroll.core.train.TrainOptions;
import org.unroll.core.train.TrialProgress;
import org.unroll.core.train.TrialTraining;
import org.unroll.core.yaml.ConfigText;

/**
 * Trains the trials of a search rung by rung. What was trained is read off the runs, so that a
 * search which was killed goes on to the result of one that was not. The first trial, the config as
 * it is, always goes on to the end: the best one is compared with it.
 */
public final class SearchRun<C extends Record & RunConfig> {
  private final App<C> app;
  private final RunDirectory directory;
  private final TrainOptions options;
  private final StopSignal stop;
  private final TrialTraining<C> training;
  private final Optional<Cluster> cluster;
  private final Map<String, TrialProgress> progress = new LinkedHashMap<>();
  private Search search;

  /**
   * @param directory of a search that has begun
   * @param options whose request asks for the test split, or not
   * @param stop ends the search
   * @param cluster that trains trials in place of this process, if any
   */
  public SearchRun(
      App<C> app,
      RunDirectory directory,
      TrainOptions options,
      StopSignal stop,
      Optional<Cluster> cluster) {
    this.cluster = cluster;
    this.app = app;
    this.directory = directory;
    this.options = options;
    this.stop = stop;
    this.search = Search.read(directory);
    this.training = new TrialTraining<>(app, unscored(options), directory, stop);
  }

  private static TrainOptions unscored(TrainOptions options) {
    return options.asking(options.request().withoutTest());
  }

  /**
   * Trains what is left of it.
   *
   * @return how it ended; empty if it was stopped before there was anything to rank, or by the user
   * @throws UserError if no trial could be trained
   */
  public Optional<SearchResult> run() {
    requireTestData();
    boolean complete = trainRungs();
    Optional<Trial> best = search.best();
    if (complete && best.isEmpty()) {
      throw new UserError("no trial could be trained: " + search.first().reason());
    }
    if (stop.interruptedByUser() || best.isEmpty()) {
      return stopped();
    }
    return conclude(best.get(), complete ? Search.State.FINISHED : Search.State.CUT);
  }

  /** Scores the best trial, and the first beside it. */
  private Optional<SearchResult> conclude(Trial best, Search.State state) {
    List<Trial> scored = new ArrayList<>(List.of(search.first()));
    scored.removeIf(trial -> !trial.isScored() || trial.name().equals(best.name()));
    scored.add(best);
    Map<String, RunResult> results = new LinkedHashMap<>();
    for (Trial trial : scored) {
      Optional<RunResult> result =
          new TrialTraining<>(app, options, directory, stop).conclude(run(trial));
      if (result.isEmpty()) {
        return stopped();
      }
      results.put(trial.name(), result.get());
    }
    search = search.ended(state, Provenance.read(run(best)).commit(), results);
    search.write(directory);
    return Optional.of(new SearchResult(search, directory, progress));
  }

  private Optional<SearchResult> stopped() {
    options.out().println("stopped; go on with " + options.goOn());
    return Optional.empty();
  }

  /** What is missing should not wait for the end of the last trial. */
  private void requireTestData() {
    RunDirectory first = run(search.first());
    if (options.request().test() && !Files.exists(first.provenance())) {
      C config = AppConfig.reload(app, ConfigText.of(first.config())).config();
      app.open(config, options.access()).require(Split.TEST);
    }
  }

  private RunDirectory run(Trial trial) {
    return directory.within(trial.name());
  }

  /**
   * @return false if stopped
   */
  private boolean trainRungs() {
    List<Integer> rungs = search.halving().rungs();
    List<String> in = search.trials().stream().map(Trial::name).toList();
    for (int number = 1; number <= rungs.size(); number++) {
      Rung rung = new Rung(number, rungs.get(number - 1));
      options
          .out()
          .println(
              "rung %d of %d, to epoch %4$d: %3$d trials"
                  .formatted(number, rungs.size(), in.size(), rung.epochs));
      if (!trainRung(in, rung)) {
        return false;
      }
      in = number < rungs.size() ? goOn(in, rung.epochs) : in;
      search.write(directory);
    }
    return true;
  }

  /**
   * @param number from 1
   */
  private record Rung(int number, int epochs) {}

  /**
   * @return false if stopped
   */
  private boolean trainRung(List<String> in, Rung rung) {
    if (cluster.isPresent()) {
      SpreadRung.Notes notes = (name, trained) -> take(name, rung, trained);
      return new SpreadRung(training, rung.epochs, notes, options.access().notices())
          .train(cluster.get(), directory, due(in), stop);
    }
    for (String name : due(in)) {
      if (stop.getAsBoolean()
          || !take(name, rung, () -> training.trainTo(rung.epochs, directory.within(name)))) {
        return false;
      }
    }
    return true;
  }

  /** All but those that failed before, and would again. */
  private List<String> due(List<String> in) {
    List<String> due = new ArrayList<>();
    for (String name : in) {
      boolean failed = search.trial(name).state() == Trial.State.FAILED;
      RunDirectory run = directory.within(name);
      if (failed && Files.exists(run.provenance())) {
        progress.put(name, training.progress(run));
      } else {
        due.add(name);
      }
    }
    return due;
  }

  /**
   * Trains a trial and notes what came of it.
   *
   * @param trained how far it is then
   * @return false if it was stopped before
   */
  private boolean take(String name, Rung rung, Supplier<TrialProgress> trained) {
    Trial trial = search.trial(name);
    RunDirectory run = run(trial);
    try {
      TrialProgress now = trained.get();
      progress.put(name, now);
      if (now.epochs() > trial.epochs() || trial.state() == Trial.State.WAITING) {
        update(trial.trained(now));
      }
      if (now.reached(rung.epochs)) {
        search = search.with(search.trial(name).reached(rung.number));
      }
      return now.reached(rung.epochs);
    } catch (DivergedTraining e) {
      TrialProgress before = training.progress(run);
      progress.put(name, before);
      update(trial.trained(before).failed(e.getMessage()));
    } catch (UserError e) {
      boolean begun = Files.exists(run.provenance());
      boolean disk = e instanceof UnwritableFile || e.getCause() instanceof UnwritableFile;
      if (isFirst(trial) || begun || disk) {
        throw e; // not a matter of what was drawn
      }
      update(trial.failed(e.getMessage()));
    }
    return true;
  }

  private void update(Trial trial) {
    search = search.with(trial);
    search.write(directory);
    if (trial.state() != Trial.State.WAITING) { // else stopped in its first epoch
      tell(trial);
    }
  }

  private void tell(Trial trial) {
    String settings = tables().settings(trial);
    String score =
        trial.isScored()
            ? search.metric() + " " + Scale.of(search.metric()).text(trial.score())
            : trial.reason().lines().findFirst().orElse("");
    String as = isFirst(trial) ? "the config as it is" : settings;
    options
        .out()
        .println("%s  epoch %d  %s  %s".formatted(trial.name(), trial.epochs(), score, as));
  }

  private SearchTables tables() {
    return new SearchTables(search);
  }

  private List<String> goOn(List<String> in, int epochs) {
    List<String> next = new TrialHistory(search, progress).kept(in, epochs);
    for (String name : in) {
      if (!next.contains(name) && search.trial(name).state() == Trial.State.PAUSED) {
        search = search.with(search.trial(name).dropped());
      }
    }
    return next;
  }

  private boolean isFirst(Trial trial) {
    return trial.name().equals(search.first().name());
  }
}
