package org.unroll.core.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.unroll.core.train.TrialProgress;

/** What the trials of a search scored by epoch. */
record TrialHistory(Search search, Map<String, TrialProgress> progress) {
  TrialProgress of(Trial trial) {
    return progress.getOrDefault(trial.name(), TrialProgress.NONE);
  }

  /** Epochs of the trial that was trained longest. */
  int longest() {
    return progress.values().stream().mapToInt(TrialProgress::epochs).max().orElse(0);
  }

  /**
   * Who goes on after a rung: the best of those drawn, and the first trial whatever it scored. One
   * that failed later counts as it did then, so that a search that is resumed decides the same.
   *
   * @param in names of those in the rung
   * @param epochs of the rung
   */
  List<String> kept(List<String> in, int epochs) {
    String first = search.first().name();
    List<String> ranked = new ArrayList<>(in);
    ranked.removeIf(name -> name.equals(first) || !of(search.trial(name)).reached(epochs));
    ranked.sort(
        Comparator.comparing(
            name -> Ranking.Score.of(progress.get(name).at(epochs)), search.ranking()));
    int drawn = in.size() - (in.contains(first) ? 1 : 0);
    List<String> best = ranked.subList(0, Math.min(search.halving().kept(drawn), ranked.size()));
    return in.stream().filter(name -> name.equals(first) || best.contains(name)).toList();
  }

  /** Those drawn that went through a rung, or failed in one. */
  List<Trial> placed() {
    return search.trials().stream()
        .skip(1)
        .filter(trial -> trial.state() == Trial.State.FAILED || trial.rungs() > 0)
        .toList();
  }

  /**
   * The places that trials took, 1 the best: those that came through more rungs first, of as many
   * rungs those that scored better at the end of the last of them; equal ones share their places.
   */
  double[] places(List<Trial> trials) {
    Comparator<Trial> order =
        Comparator.comparing(this::depth, Comparator.reverseOrder())
            .thenComparing(this::atDepth, search.ranking().byValue());
    double[] places = new double[trials.size()];
    for (int i = 0; i < places.length; i++) {
      int better = 0;
      int equal = 0;
      for (Trial other : trials) {
        int compared = order.compare(other, trials.get(i));
        better += compared < 0 ? 1 : 0;
        equal += compared == 0 ? 1 : 0;
      }
      places[i] = better + (equal + 1) / 2.0;
    }
    return places;
  }

  /** Of a search that was cut the first rung alone, as not all had their turn in the others. */
  private int depth(Trial trial) {
    int rungs = trial.state() == Trial.State.FAILED ? 0 : trial.rungs();
    return search.state() == Search.State.CUT ? Math.min(1, rungs) : rungs;
  }

  private Ranking.Score atDepth(Trial trial) {
    int depth = depth(trial);
    return depth == 0 || of(trial).epochs() == 0
        ? search.ranking().worst()
        : Ranking.Score.of(of(trial).at(search.halving().rungs().get(depth - 1)));
  }
}
