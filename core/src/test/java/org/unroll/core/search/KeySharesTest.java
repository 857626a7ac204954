package org.unroll.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.unroll.core.metric.Metric;
import org.unroll.core.train.TrainingState.Best;
import org.unroll.core.train.TrialProgress;

class KeySharesTest {
  private static final List<String> OVER = List.of("kind=a,b", "rate=0.0..1.0");

  /** Thirty trials, whose log-loss follows from their values. */
  private static TrialHistory history(int trials, ToDoubleFunction<List<String>> loss) {
    SearchSpace space = SearchSpace.parse(OVER);
    List<Trial> all =
        new ArrayList<>(List.of(Trial.waiting("trial-01", byKey(List.of("a", "0.5")))));
    Map<String, TrialProgress> progress = new LinkedHashMap<>();
    for (int n = 2; n <= trials + 1; n++) {
      List<String> values = space.draw(5, n);
      Best best = new Best(1, loss.applyAsDouble(values), Double.NaN, 0);
      TrialProgress one = new TrialProgress(true, List.of(best), List.of(best.value()));
      Trial trial = Trial.waiting("trial-%02d".formatted(n), byKey(values)).trained(one).reached(1);
      progress.put(trial.name(), one);
      all.add(trial);
    }
    Search search =
        Search.begun(
            "tiny", List.of(), Metric.LOG_LOSS.key(), 5, OVER, Halving.none(1), List.of(), all);
    return new TrialHistory(search, progress);
  }

  private static Map<String, String> byKey(List<String> values) {
    return Map.of("kind", values.get(0), "rate", values.get(1));
  }

  private static KeyShares.Share share(List<KeyShares.Share> shares, String key) {
    return shares.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void theShareBetweenGroupsIsThatOfTheirMeans() {
    double[] ranks = {1, 2, 3, 4};

    assertThat(KeyShares.explained(ranks, new int[] {0, 0, 1, 1})).isCloseTo(0.8, within(1e-12));
    assertThat(KeyShares.explained(ranks, new int[] {0, 1, 1, 0})).isZero();
  }

  @Test
  void theKeyThatDecidesExplainsMostAndTheOtherNothing() {
    List<KeyShares.Share> byKind =
        KeyShares.of(history(30, values -> values.get(0).equals("a") ? 0.1 : 0.9));
    List<KeyShares.Share> byRate =
        KeyShares.of(history(30, values -> Double.parseDouble(values.get(1))));

    assertThat(share(byKind, "kind").share()).isCloseTo(1, within(1e-9));
    assertThat(share(byKind, "kind").rare()).isTrue();
    assertThat(share(byKind, "rate").share()).isLessThan(0.2);
    assertThat(share(byKind, "rate").rare()).isFalse();
    assertThat(share(byRate, "rate").share()).isGreaterThan(0.8);
    assertThat(share(byRate, "kind").rare()).isFalse();
  }

  @Test
  void oneScoreFarFromAllDoesNotDecide() {
    TrialHistory history =
        history(30, values -> (values.get(0).equals("a") ? 0.1 : 0.2) + outlier(values));

    assertThat(share(KeyShares.of(history), "kind").share()).isGreaterThan(0.8);
  }

  private static double outlier(List<String> values) {
    return Double.parseDouble(values.get(1)) > 0.97 ? 1e9 : 0;
  }

  @Test
  void equalScoresAndFewTrialsSayNothing() {
    assertThat(KeyShares.of(history(30, values -> 0.5))).isEmpty();
    assertThat(KeyShares.of(history(2, values -> Double.parseDouble(values.get(1))))).isEmpty();
  }
}
