package org.unroll.core.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How much of the differences between trials each key explains by itself: of the variance of the
 * places that the trials took the share that lies between groups of values of the key (Kruskal
 * &amp; Wallis, JASA 47, 1952), less what as many groups drawn at random explain (ε² of Kelley,
 * PNAS 21, 1935). Places instead of scores, so that one trial that went wrong does not count for
 * all of it. What two keys do together is not seen.
 */
final class KeyShares {
  /** Of a range: its lowest, middle and highest third. */
  private static final int PARTS = 3;

  private static final int SHUFFLES = 999;
  private static final double RARE = 0.05;

  private KeyShares() {}

  /**
   * @param share of the variance, 0 to 1
   * @param rare whether a key without effect explains as much in less than one of 20 searches
   */
  record Share(String key, double share, boolean rare) {}

  /** Of each key that can be measured: there are more trials than groups, and two groups. */
  static List<Share> of(TrialHistory history) {
    List<Trial> trials = history.placed();
    double[] ranks = history.places(trials);
    List<SearchedKey> keys = history.search().space().keys();
    List<Share> shares = new ArrayList<>();
    for (SearchedKey key : keys) {
      int[] groups = groups(key, trials.stream().map(trial -> trial.value(key)).toList());
      int count = (int) Arrays.stream(groups).distinct().count();
      double explained = explained(ranks, groups);
      if (count > 1 && trials.size() > count && Double.isFinite(explained)) {
        double beyond = 1 - (1 - explained) * (trials.size() - 1) / (trials.size() - count);
        boolean rare = chance(ranks, groups, explained) <= RARE;
        shares.add(new Share(key.key(), Math.max(0, beyond), rare));
      }
    }
    return shares;
  }

  /** A number for each value: of those listed each its own, of a range that of its third. */
  private static int[] groups(SearchedKey key, List<String> values) {
    if (key.values() instanceof SearchedValues.Listed listed) {
      return values.stream().mapToInt(listed.values()::indexOf).toArray();
    }
    double[] sorted = values.stream().mapToDouble(Double::parseDouble).sorted().toArray();
    return values.stream()
        .mapToInt(value -> PARTS * below(sorted, Double.parseDouble(value)) / sorted.length)
        .toArray();
  }

  private static int below(double[] sorted, double value) {
    int n = 0;
    while (sorted[n] < value) {
      n++;
    }
    return n;
  }

  /** The share of the variance between groups, η²; NaN if all ranks are equal. */
  static double explained(double[] ranks, int[] groups) {
    double mean = Arrays.stream(ranks).average().orElse(Double.NaN);
    Map<Integer, List<Double>> byGroup = new LinkedHashMap<>();
    double all = 0;
    for (int i = 0; i < ranks.length; i++) {
      all += (ranks[i] - mean) * (ranks[i] - mean);
      byGroup.computeIfAbsent(groups[i], none -> new ArrayList<>()).add(ranks[i]);
    }
    double between = 0;
    for (List<Double> group : byGroup.values()) {
      double ofGroup = group.stream().mapToDouble(rank -> rank).average().orElseThrow();
      between += group.size() * (ofGroup - mean) * (ofGroup - mean);
    }
    return between / all;
  }

  /** How often shuffled ranks explain as much: the p-value of a permutation test. */
  private static double chance(double[] ranks, int[] groups, double explained) {
    Random random = new Random(1);
    double[] shuffled = ranks.clone();
    int asMuch = 1;
    for (int n = 0; n < SHUFFLES; n++) {
      for (int i = shuffled.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double moved = shuffled[i];
        shuffled[i] = shuffled[j];
        shuffled[j] = moved;
      }
      asMuch += explained(shuffled, groups) >= explained - 1e-12 ? 1 : 0;
    }
    return (double) asMuch / (SHUFFLES + 1);
  }
}
