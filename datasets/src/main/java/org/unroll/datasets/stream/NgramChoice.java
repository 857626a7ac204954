package org.unroll.datasets.stream;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;

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
  public static NgramChoice of(
      SymbolText training, SymbolText validation, int size, Progress progress) {
    try (Work work = progress.begin("fitting n-grams", Progress.UNKNOWN)) {
      return of(training, validation, size, work);
    }
  }

  private static NgramChoice of(SymbolText training, SymbolText validation, int size, Work work) {
    GrowingNgrams ngrams = new GrowingNgrams(training, size);
    NgramModel best = null;
    double fewest = Double.POSITIVE_INFINITY;
    List<Double> nats = new ArrayList<>();
    while (nats.size() < HIGHEST) {
      NgramModel model = ngrams.next();
      double now = model.nats(validation, 0, validation.length());
      nats.add(now);
      work.advance(1);
      if (now >= fewest) {
        break;
      }
      best = model;
      fewest = now;
    }
    return new NgramChoice(best, nats);
  }
}
