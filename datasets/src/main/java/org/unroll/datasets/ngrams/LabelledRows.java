package org.unroll.datasets.ngrams;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts as features, and what holds for them.
 *
 * @param rows the features of each text, ascending
 * @param holds by text and unit
 * @param features how many there are
 */
record LabelledRows(int[][] rows, boolean[][] holds, int features) {

  /** A model for each unit. */
  List<LinearModel> models(double cost) {
    LogisticFit fit = new LogisticFit(rows, features);
    List<LinearModel> models = new ArrayList<>();
    for (int unit = 0; unit < holds[0].length; unit++) {
      boolean[] held = new boolean[rows.length];
      for (int text = 0; text < held.length; text++) {
        held[text] = holds[text][unit];
      }
      models.add(fit.of(held, cost));
    }
    return models;
  }

  /** Some of them. */
  LabelledRows only(int[] texts) {
    int[][] some = new int[texts.length][];
    boolean[][] held = new boolean[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      some[i] = rows[texts[i]];
      held[i] = holds[texts[i]];
    }
    return new LabelledRows(some, held, features);
  }
}
