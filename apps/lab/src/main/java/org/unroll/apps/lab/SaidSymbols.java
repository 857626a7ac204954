package org.unroll.apps.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.metric.Metric;

/**
 * Scores symbols that a net said at some steps: {@code accuracy} and {@code log-loss} of a symbol,
 * {@code exact-match} of all symbols of an example. Not thread-safe.
 */
final class SaidSymbols {
  static final List<Metric> METRICS = List.of(Metric.ACCURACY, Metric.LOG_LOSS, Metric.EXACT_MATCH);

  private final List<Integer> rightByPlace = new ArrayList<>();
  private final List<Integer> byPlace = new ArrayList<>();
  private int symbols;
  private int right;
  private double loss;
  private int examples;
  private int wholes;

  /**
   * Adds one example.
   *
   * @param probabilities of the symbols at each place
   */
  void add(int[] truth, List<double[]> probabilities) {
    int rightHere = 0;
    for (int place = 0; place < truth.length; place++) {
      double[] row = probabilities.get(place);
      int hit = StepClasses.best(row) == truth[place] ? 1 : 0;
      rightHere += hit;
      loss -= Math.log(Math.max(Float.MIN_NORMAL, row[truth[place]]));
      count(place, hit);
    }
    symbols += truth.length;
    right += rightHere;
    examples++;
    wholes += rightHere == truth.length ? 1 : 0;
  }

  private void count(int place, int hit) {
    if (place == byPlace.size()) {
      byPlace.add(0);
      rightByPlace.add(0);
    }
    byPlace.set(place, byPlace.get(place) + 1);
    rightByPlace.set(place, rightByPlace.get(place) + hit);
  }

  /** Share of right ones at each place. */
  List<Double> accuracies() {
    List<Double> shares = new ArrayList<>();
    for (int place = 0; place < byPlace.size(); place++) {
      shares.add((double) rightByPlace.get(place) / byPlace.get(place));
    }
    return shares;
  }

  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metric.ACCURACY.key(), (double) right / symbols);
    metrics.put(Metric.LOG_LOSS.key(), loss / symbols);
    metrics.put(Metric.EXACT_MATCH.key(), (double) wholes / examples);
    return metrics;
  }
}
