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
   * Those drawn that were trained to the end of the first rung or failed before: what they scored
   * then can be compared, as all were trained for as long.
   */
  List<Trial> comparable() {
    int epochs = search.halving().first();
    return search.trials().stream()
        .skip(1)
        .filter(trial -> trial.state() == Trial.State.FAILED || of(trial).reached(epochs))
        .toList();
  }

  /** Places of these trials after the first rung, 1 the best; equal scores share theirs. */
  double[] ranks(List<Trial> trials) {
    Ranking ranking = search.ranking();
    List<Ranking.Score> scores =
        trials.stream().map(trial -> afterFirstRung(trial, ranking)).toList();
    Comparator<Ranking.Score> byValue = ranking.byValue();
    double[] ranks = new double[trials.size()];
    for (int i = 0; i < ranks.length; i++) {
      int better = 0;
      int equal = 0;
      for (Ranking.Score other : scores) {
        int order = byValue.compare(other, scores.get(i));
        better += order < 0 ? 1 : 0;
        equal += order == 0 ? 1 : 0;
      }
      ranks[i] = better + (equal + 1) / 2.0;
    }
    return ranks;
  }

  private Ranking.Score afterFirstRung(Trial trial, Ranking ranking) {
    TrialProgress trained = of(trial);
    return trial.state() == Trial.State.FAILED || trained.epochs() == 0
        ? ranking.worst()
        : Ranking.Score.of(trained.at(search.halving().first()));
  }

  /** Numbers of epochs that trials with a score ended after, ascending. */
  List<Integer> lengths() {
    List<Integer> lengths = new ArrayList<>();
    search.trials().stream()
        .filter(Trial::isScored)
        .map(Trial::epochs)
        .distinct()
        .sorted()
        .forEach(lengths::add);
    return lengths;
  }
}
