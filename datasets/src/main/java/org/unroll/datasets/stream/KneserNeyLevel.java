package org.unroll.datasets.stream;

/**
 * The n-grams of one length with their discounted counts: what each symbol is sure of after a
 * context, and the weight that is left to the shorter context. Immutable.
 */
final class KneserNeyLevel {
  private final NgramTable table;
  private final int[] counts;
  private final Discounts discounts;
  private final int[] totals; // of each context
  private final double[] rests; // of each context

  /**
   * @param counts of each n-gram; not to be changed
   */
  KneserNeyLevel(NgramTable table, int[] counts) {
    this.table = table;
    this.counts = counts;
    this.discounts = Discounts.of(counts);
    this.totals = new int[table.contexts()];
    this.rests = new double[table.contexts()];
    for (int context = 0; context < totals.length; context++) {
      double taken = 0;
      for (int ngram = table.begin(context); ngram < table.end(context); ngram++) {
        totals[context] += counts[ngram];
        taken += discounts.of(counts[ngram]);
      }
      rests[context] = totals[context] == 0 ? 1 : taken / totals[context]; // nothing followed it
    }
  }

  /** The n-gram of a context and a symbol, or {@link NgramTable#NONE}. */
  int find(int context, int symbol) {
    return table.find(context, symbol);
  }

  /**
   * The probability of a symbol after a known context.
   *
   * @param ngram of that context and symbol, or {@link NgramTable#NONE}
   * @param lower its probability after the context that is one symbol shorter
   */
  double probability(int context, int ngram, double lower) {
    return share(context, ngram) + rests[context] * lower;
  }

  private double share(int context, int ngram) {
    if (ngram == NgramTable.NONE || counts[ngram] == 0) {
      return 0;
    }
    return (counts[ngram] - discounts.of(counts[ngram])) / totals[context];
  }

  /** Turns probabilities of all symbols after the shorter context into those after this one. */
  void raise(double[] probabilities, int context) {
    for (int symbol = 0; symbol < probabilities.length; symbol++) {
      probabilities[symbol] *= rests[context];
    }
    for (int ngram = table.begin(context); ngram < table.end(context); ngram++) {
      probabilities[table.symbol(ngram)] += share(context, ngram);
    }
  }
}
