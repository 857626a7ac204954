package org.unroll.datasets.stream;

import java.util.Arrays;
import java.util.List;

/**
 * An n-gram model with interpolated modified Kneser-Ney smoothing (Chen &amp; Goodman, An empirical
 * study of smoothing techniques for language modeling, Computer Speech and Language 13, 1999). The
 * probability of a symbol <i>s</i> after a context <i>h</i> is
 *
 * <pre>p(s | h) = (c(h s) - D(c(h s))) / c(h) + rest(h) p(s | h without its first symbol)</pre>
 *
 * where <i>D</i> are the {@link Discounts}, <i>c(h)</i> is the sum of <i>c(h s)</i> over all
 * symbols, and <i>rest</i> is the part of it that the discounts took. For the longest n-grams
 * <i>c</i> is how often they stand in the text, for shorter ones how many different symbols stand
 * before them; below one symbol all symbols are equally likely. A context that was not seen leaves
 * everything to the shorter one. On prose, C and LaTeX it foresees characters better than
 * Witten-Bell smoothing and absolute discounting at every order from 3. Immutable and thread-safe.
 */
public final class NgramModel {
  /** Of a longer text the last so many symbols are counted. */
  public static final int MOST_COUNTED = 10_000_000;

  private final List<KneserNeyLevel> levels; // by the length of the context, from 0
  private final int size;
  private final int counted;

  NgramModel(List<KneserNeyLevel> levels, int size, int counted) {
    this.levels = List.copyOf(levels);
    this.size = size;
    this.counted = counted;
  }

  /**
   * @param size symbols that there are
   * @param order the longest n-gram, so that contexts are one symbol shorter; at least 1
   */
  static NgramModel fit(SymbolText training, int size, int order) {
    if (order < 1) {
      throw new IllegalArgumentException("an order of " + order);
    }
    GrowingNgrams ngrams = new GrowingNgrams(training, size);
    NgramModel model = ngrams.next();
    while (model.order() < order) {
      model = ngrams.next();
    }
    return model;
  }

  /** The length of its longest n-grams. */
  public int order() {
    return levels.size();
  }

  /** Symbols of the training text that were counted: all, or {@link #MOST_COUNTED}. */
  public int counted() {
    return counted;
  }

  /**
   * Mean of -ln p of the symbols of a stretch. Those before the stretch are read as its context; at
   * the beginning of the text contexts are shorter.
   */
  public double nats(SymbolText text, int from, int to) {
    if (from >= to) {
      throw new IllegalArgumentException("an empty stretch, %d to %d".formatted(from, to));
    }
    int[] contexts = contexts(text.numbers(Math.max(0, from - order() + 1), from));
    double sum = 0;
    for (int place = from; place < to; place++) {
      sum -= Math.log(read(text.at(place), contexts));
    }
    return sum / (to - from);
  }

  /**
   * Of each symbol the probability that it comes next.
   *
   * @param context the symbols before; the last {@code order() - 1} count
   */
  public double[] probabilities(int[] context) {
    int[] contexts =
        contexts(
            Arrays.copyOfRange(context, Math.max(0, context.length - order() + 1), context.length));
    double[] probabilities = new double[size];
    Arrays.fill(probabilities, 1.0 / size);
    for (int length = 0; length < order() && contexts[length] != NgramTable.NONE; length++) {
      levels.get(length).raise(probabilities, contexts[length]);
    }
    return probabilities;
  }

  /** By length from 0: the n-gram at the end of some symbols, or none that is known. */
  private int[] contexts(int[] symbols) {
    int[] contexts = new int[order() + 1];
    Arrays.fill(contexts, 1, contexts.length, NgramTable.NONE);
    for (int symbol : symbols) {
      read(symbol, contexts);
    }
    return contexts;
  }

  /** The probability of a symbol after contexts, which end with it afterwards. */
  private double read(int symbol, int[] contexts) {
    double probability = 1.0 / size;
    int context = contexts[0];
    for (int length = 0; length < order(); length++) {
      KneserNeyLevel level = levels.get(length);
      int ngram = level.find(context, symbol);
      if (context != NgramTable.NONE) {
        probability = level.probability(context, ngram, probability);
      }
      context = contexts[length + 1];
      contexts[length + 1] = ngram;
    }
    return probability;
  }
}
