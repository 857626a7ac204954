package org.unroll.datasets.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * The n-gram model of the order that foresees a validation text best.
 *
 * @param nats on the validation text, by order from 1 up to the first that is no better than the
 *     one before
 */
public record NgramChoice(NgramModel model, List<Double> nats) {
  static final int HIGHEST = 10;

  public NgramChoice {
    nats = List.copyOf(nats);
  }

  /**
   * @param validation not empty
   * @param size symbols that there are
   */
  public static NgramChoice of(SymbolText training, SymbolText validation, int size) {
    GrowingNgrams ngrams = new GrowingNgrams(training, size);
    NgramModel best = null;
    double fewest = Double.POSITIVE_INFINITY;
    List<Double> nats = new ArrayList<>();
    while (nats.size() < HIGHEST) {
      NgramModel model = ngrams.next();
      double now = model.nats(validation, 0, validation.length());
      nats.add(now);
      if (now >= fewest) {
        break;
      }
      best = model;
      fewest = now;
    }
    return new NgramChoice(best, nats);
  }
}
