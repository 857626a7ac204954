package org.unroll.core.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.core.UserError;
import org.unroll.core.metric.Metric;
import org.unroll.core.run.AtomicFile;
import org.unroll.core.run.RunDirectory;
import org.unroll.core.run.RunResult;

/**
 * {@code search.json}: what is searched, how, and what each trial came to, whose run lies in the
 * sub-directory of its name.
 *
 * @param command as typed
 * @param commit of the sources; empty until the search ended
 * @param metric of the validation split, by which trials are ranked
 * @param seed of the draws
 * @param over what stood behind each {@code --over}
 * @param halving how long trials are trained
 * @param leftOut draws that no config can hold
 * @param trials the first is the config as it is
 * @param results of the first trial and the best one, by name; empty until the search ended
 */
public record Search(
    int format,
    String app,
    List<String> command,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String commit,
    State state,
    String metric,
    long seed,
    List<String> over,
    Halving halving,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOut,
    List<Trial> trials,
    Map<String, RunResult> results) {
  private static final int FORMAT = 1;

  /** Where a search stands. */
  public enum State {
    @JsonProperty("open")
    OPEN,
    /** A time limit came first; what there is was ranked. */
    @JsonProperty("cut")
    CUT,
    @JsonProperty("finished")
    FINISHED
  }

  public Search {
    command = List.copyOf(command);
    commit = commit == null ? "" : commit;
    over = List.copyOf(over);
    leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
    trials = List.copyOf(trials);
    results = results == null ? Map.of() : results;
  }

  /** Nothing trained yet. */
  static Search begun(
      String app,
      List<String> command,
      String metric,
      long seed,
      List<String> over,
      Halving halving,
      List<String> leftOut,
      List<Trial> trials) {
    return new Search(
        FORMAT,
        app,
        command,
        "",
        State.OPEN,
        metric,
        seed,
        over,
        halving,
        leftOut,
        trials,
        Map.of());
  }

  /** The same with a trial as it is now. */
  Search with(Trial trial) {
    List<Trial> now = new ArrayList<>(trials);
    now.replaceAll(each -> each.name().equals(trial.name()) ? trial : each);
    return in(State.OPEN, "", now, Map.of());
  }

  /** The same at its end. */
  Search ended(State how, String sources, Map<String, RunResult> all) {
    return in(how, sources, trials, all);
  }

  private Search in(State how, String sources, List<Trial> now, Map<String, RunResult> all) {
    return new Search(
        format, app, command, sources, how, metric, seed, over, halving, leftOut, now, all);
  }

  private static Path file(RunDirectory parent) {
    return parent.path().resolve(RunDirectory.SEARCH);
  }

  void write(RunDirectory parent) {
    AtomicFile.writeJson(file(parent), this);
  }

  /**
   * @throws UserError if there is none
   */
  static Search read(RunDirectory parent) {
    Path file = file(parent);
    if (!Files.isRegularFile(file)) {
      String what =
          parent.begun()
              ? "%s is a run, not a search: train --resume goes on with it"
              : "no search at %s: expected a directory with a search.json; one without was killed before it began: delete it";
      throw new UserError(what.formatted(parent.path()));
    }
    return Json.read(file, Search.class);
  }

  Trial trial(String name) {
    return trials.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** The config as it is. */
  @JsonIgnore
  Trial first() {
    return trials.get(0);
  }

  /** The best first; those without a score last, in their order. */
  @JsonIgnore
  List<Trial> ranked() {
    return trials.stream().sorted(order()).toList();
  }

  /** The best of all that have a score. */
  @JsonIgnore
  Optional<Trial> best() {
    return ranked().stream().filter(Trial::isScored).findFirst();
  }

  private Comparator<Trial> order() {
    Ranking ranking = ranking();
    return Comparator.comparing(
        trial ->
            trial.isScored()
                ? new Ranking.Score(
                    trial.score(), trial.surprise() == null ? Double.NaN : trial.surprise())
                : ranking.worst(),
        ranking);
  }

  @JsonIgnore
  Ranking ranking() {
    return new Ranking(Metric.of(metric).orElseThrow());
  }

  @JsonIgnore
  SearchSpace space() {
    return SearchSpace.parse(over);
  }
}
