package org.unroll.datasets.ngrams;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;

/**
 * Models of all folds of the texts but one, and what they say of the texts of that one. Immutable
 * and thread-safe.
 *
 * @param fold of each text, from 0
 */
record CrossFit(LabelledRows all, Units units, int[] fold) {
  private static final int FOLDS = 5;

  /** Texts that are left out, and enough to tell costs apart. */
  private static final int CHOICE = 5_000;

  /** Each about three times the one before. */
  private static final double[] COSTS = {0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100};

  private static final int FIRST = 6;

  /**
   * @param groups of the texts; equal ones are of one fold
   */
  static CrossFit of(LabelledRows all, Units units, List<?> groups) {
    List<?> distinct = new ArrayList<>(new LinkedHashSet<>(groups));
    Collections.shuffle(distinct, new Random(FOLDS));
    Map<Object, Integer> places = new HashMap<>();
    distinct.forEach(group -> places.put(group, places.size()));
    int[] fold = groups.stream().mapToInt(group -> places.get(group) % FOLDS).toArray();
    return new CrossFit(all, units, fold);
  }

  /**
   * What an error may cost.
   *
   * @param cost the one of least log-loss
   * @param logits of each text, by the models that were fitted without it at that cost
   */
  record Choice(double cost, double[][] logits) {}

  /** Goes from a middling cost up or down as long as the texts that are left out get likelier. */
  Choice choice(Progress progress) {
    try (Work work = progress.begin("fitting ngrams", Progress.UNKNOWN)) { // costs tried by fold
      return choice(work);
    }
  }

  private Choice choice(Work work) {
    int folds = Math.min(FOLDS, 1 + CHOICE * FOLDS / fold.length);
    Trial best = trial(FIRST, folds, work);
    for (int step : new int[] {-1, 1}) {
      Trial next = trial(best.cost() + step, folds, work);
      while (next.loss() < best.loss()) {
        best = next;
        next = trial(best.cost() + step, folds, work);
      }
      if (best.cost() != FIRST) {
        break; // the other way it was worse
      }
    }
    double cost = COSTS[best.cost()];
    double[][] logits = best.logits();
    fill(logits, cost, folds, FOLDS, work);
    return new Choice(cost, logits);
  }

  /**
   * @param cost its place
   * @param logits of the texts of the first folds
   */
  private record Trial(int cost, double loss, double[][] logits) {}

  private Trial trial(int cost, int folds, Work work) {
    if (cost < 0 || cost == COSTS.length) {
      return new Trial(cost, Double.POSITIVE_INFINITY, new double[0][]);
    }
    double[][] logits = new double[fold.length][];
    fill(logits, COSTS[cost], 0, folds, work);
    double loss = 0;
    for (int text = 0; text < logits.length; text++) {
      loss += fold[text] < folds ? units.loss(logits[text], all.holds()[text]) : 0;
    }
    return new Trial(cost, loss, logits);
  }

  private void fill(double[][] logits, double cost, int from, int to, Work work) {
    IntStream.range(from, to)
        .parallel()
        .forEach(
            left -> {
              List<LinearModel> models = all.only(texts(left, false)).models(cost);
              for (int text : texts(left, true)) {
                logits[text] = Ngrams.logits(units, models, all.rows()[text]);
              }
              work.advance(1);
            });
  }

  /** Those of a fold, or all others. */
  private int[] texts(int of, boolean within) {
    return IntStream.range(0, fold.length).filter(i -> fold[i] == of == within).toArray();
  }
}
