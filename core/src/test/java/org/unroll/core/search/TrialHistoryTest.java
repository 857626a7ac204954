package org.unroll.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unroll.core.metric.Metric;
import org.unroll.core.train.TrainingState.Best;
import org.unroll.core.train.TrialProgress;

/**
 * Trials {@code t1}, {@code t2}, …, the first the config as it is, by accuracy after each epoch.
 */
class TrialHistoryTest {
  private static final Halving HALVING = new Halving(3, List.of(1, 3));

  private final List<Trial> trials = new ArrayList<>();
  private final Map<String, TrialProgress> progress = new LinkedHashMap<>();

  private Trial add(double... accuracies) {
    List<Best> best = new ArrayList<>();
    List<Double> watched = new ArrayList<>();
    for (double accuracy : accuracies) {
      watched.add(accuracy);
      best.add(new Best(best.size() + 1, accuracy, 1 - accuracy, 0));
    }
    TrialProgress trained = new TrialProgress(false, best, watched);
    int rungs = accuracies.length >= 3 ? 2 : accuracies.length >= 1 ? 1 : 0;
    Trial trial =
        Trial.waiting("t" + (trials.size() + 1), Map.of()).trained(trained).reached(rungs);
    trials.add(trial);
    progress.put(trial.name(), trained);
    return trial;
  }

  private TrialHistory history() {
    Search search =
        Search.begun(
            "tiny", List.of(), Metric.ACCURACY.key(), 1, List.of(), HALVING, List.of(), trials);
    return new TrialHistory(search, progress);
  }

  @Test
  void aThirdOfThoseDrawnGoesOnAndTheFirstInAnyCase() {
    add(0.1);
    for (double accuracy : new double[] {0.5, 0.9, 0.6, 0.7, 0.8, 0.4}) {
      add(accuracy);
    }

    assertThat(history().kept(List.of("t1", "t2", "t3", "t4", "t5", "t6", "t7"), 1))
        .containsExactly("t1", "t3", "t6");
  }

  @Test
  void whatTrialsDidLaterDoesNotChangeWhoGoesOn() {
    add(0.1);
    add(0.6, 0.2, 0.2);
    add(0.5, 0.9, 0.9);
    trials.set(1, trials.get(1).failed("the weights are no longer finite"));

    assertThat(history().kept(List.of("t1", "t2", "t3"), 1)).containsExactly("t1", "t2");
  }

  @Test
  void oneThatFailedInTheRungDoesNotGoOn() {
    add(0.1);
    add();
    trials.set(1, trials.get(1).failed("diverged"));
    add(0.5);

    assertThat(history().kept(List.of("t1", "t2", "t3"), 1)).containsExactly("t1", "t3");
  }

  @Test
  void whoCameFurtherHasTheBetterPlace() {
    add(0.1);
    Trial dropped = add(0.9);
    Trial far = add(0.5, 0.6, 0.7);
    Trial equal = add(0.9);
    Trial failed = Trial.waiting("t5", Map.of()).failed("diverged");
    trials.add(failed);

    assertThat(history().placed()).containsExactly(dropped, far, equal, failed);
    assertThat(history().places(history().placed())).containsExactly(2.5, 1, 2.5, 4);
  }
}
