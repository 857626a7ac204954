package org.unroll.core.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.AppConfig;
import org.unroll.core.app.Repetition;
import org.unroll.core.app.RunConfig;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunRequest;
import org.unroll.core.train.RequestedTraining;
import org.unroll.core.train.TrainOptions;
import org.unroll.core.yaml.Loaded;

/** A search that has no directory yet, without a mistake. */
public final class SearchStart<C extends Record & RunConfig> {
  private final App<C> app;
  private final Loaded<C> base;
  private final Plan plan;
  private final TrialConfigs<C> configs;

  /**
   * What is asked for.
   *
   * @param over what stands behind each {@code --over}
   * @param trials how many, that of the config as it is counted
   * @param grid all combinations in place of draws
   * @param full whether each trial is trained to its end
   * @param seed of the draws
   */
  public record Plan(List<String> over, int trials, boolean grid, boolean full, long seed) {}

  private SearchStart(App<C> app, Loaded<C> base, Plan plan) {
    this.app = app;
    this.base = base;
    this.plan = plan;
    TrialConfigs<C> all = new TrialConfigs<>(app, base, SearchSpace.parse(plan.over));
    this.configs = plan.grid ? all.grid() : all.drawn(plan.seed, plan.trials);
  }

  /**
   * Draws all trials.
   *
   * @param given the config as it is
   * @throws UserError with all mistakes
   */
  public static <C extends Record & RunConfig> SearchStart<C> of(
      App<C> app, Loaded<C> given, Plan plan) {
    if (plan.trials < 2) {
      throw new UserError(
          "--trials "
              + plan.trials
              + ": the first is the config as it is: expected 2 or more, such as --trials 20");
    }
    Loaded<C> base =
        given.config().compare().isPresent()
            ? AppConfig.vary(app, given, List.of("compare=null"))
            : given;
    List<Repetition> folds = base.config().folds();
    if (!folds.isEmpty()) {
      throw new UserError(
          "this config trains a net for each fold, a trial of a search is one: choose a fold, such as -s %s"
              .formatted(String.join(" -s ", folds.get(0).settings())));
    }
    return new SearchStart<>(app, base, plan);
  }

  /** What the user should know before it begins, a line each. */
  public List<String> notices() {
    List<String> lines = new ArrayList<>();
    configs.leftOut().forEach(draw -> lines.add("left out, as no config can hold it: " + draw));
    int trials = configs.configs().size() + 1;
    if (!plan.grid && trials < plan.trials) {
      lines.add(
          "%d trials in place of %d: these keys have no more values"
              .formatted(trials, plan.trials));
    }
    return lines;
  }

  /** Writes the trials into a new directory: with the last file the search has begun. */
  public void write(RunDirectory directory, TrainOptions options) {
    RunRequest ofTrial = new RunRequest(options.request().command(), false, List.of());
    options.request().write(directory);
    RequestedTraining<C> training = new RequestedTraining<>(app, options.asking(ofTrial));
    List<Trial> trials = new ArrayList<>();
    trials.add(begin(training, directory, configs.valuesOfBase(), base, 1));
    for (Map.Entry<List<String>, Loaded<C>> drawn : configs.configs().entrySet()) {
      trials.add(begin(training, directory, drawn.getKey(), drawn.getValue(), trials.size() + 1));
    }
    Search.begun(
            app.name(),
            options.request().command(),
            base.config().train().earlyStop().metric(),
            plan.seed,
            plan.over,
            halving(trials.size()),
            configs.leftOut(),
            trials)
        .write(directory);
  }

  private Trial begin(
      RequestedTraining<C> training,
      RunDirectory directory,
      List<String> values,
      Loaded<C> config,
      int number) {
    String form = configs.configs().size() < 99 ? "trial-%02d" : "trial-%05d";
    String name = String.format(Locale.ROOT, form, number);
    training.begin(config, directory.within(name));
    Map<String, String> byKey = new LinkedHashMap<>();
    List<SearchedKey> keys = SearchSpace.parse(plan.over).keys();
    for (int i = 0; i < keys.size(); i++) {
      byKey.put(keys.get(i).key(), values.get(i));
    }
    return Trial.waiting(name, byKey);
  }

  private Halving halving(int trials) {
    int epochs = base.config().train().epochs();
    for (Loaded<C> config : configs.configs().values()) {
      epochs = Math.max(epochs, config.config().train().epochs());
    }
    return plan.full ? Halving.none(epochs) : Halving.of(trials - 1, epochs);
  }
}
