package org.unroll.datasets.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Translates word for word by IBM model 1 (Brown et al. 1993): each source word becomes the target
 * word that it most probably translates to, in place; unknown words stay. A baseline without any
 * order or context. Immutable and thread-safe.
 */
public final class WordTranslation {
  private static final int ITERATIONS = 10;

  /** Odd, so that no two pairs of words meet; 2^64 divided by the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Map<String, String> best;

  private WordTranslation(Map<String, String> best) {
    this.best = best;
  }

  /**
   * Learns translation probabilities by expectation maximisation. Target words may also come from
   * nowhere (the empty source word).
   *
   * @param sources sentences in words
   * @param targets their translations
   */
  public static WordTranslation fit(List<List<String>> sources, List<List<String>> targets) {
    return new WordTranslation(new Learning(sources, targets).run());
  }

  /** The translation, as many words as the sentence has. */
  public List<String> translate(List<String> sentence) {
    List<String> words = new ArrayList<>();
    for (String word : sentence) {
      words.add(best.getOrDefault(word, word));
    }
    return words;
  }

  /** The tables of one fit: every pair of words that meets in a sentence has a number. */
  private static final class Learning {
    private final Numbers sourceWords = new Numbers();
    private final Numbers targetWords = new Numbers();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<int[]> sentences = new ArrayList<>(); // [target][source] pairs, flat
    private final List<Integer> sourceLengths = new ArrayList<>();
    private int[] sourceOf = new int[1 << 16]; // pair to source word
    private int[] targetOf = new int[1 << 16];

    Learning(List<List<String>> sources, List<List<String>> targets) {
      for (int i = 0; i < sources.size(); i++) {
        List<String> withNone = new ArrayList<>(sources.get(i));
        withNone.add(""); // where function words come from
        int[] from = sourceWords.of(withNone);
        int[] to = targetWords.of(targets.get(i));
        int[] pairs = new int[from.length * to.length];
        for (int p = 0; p < pairs.length; p++) {
          pairs[p] = number(from[p % from.length], to[p / from.length]);
        }
        sentences.add(pairs);
        sourceLengths.add(from.length);
      }
    }

    /**
     * Unspread, pairs of small numbers would share their hashes, which fold a key in the middle.
     */
    private int number(int source, int target) {
      int fresh = numbers.size();
      long pair = (long) source << 32 | target;
      int number = numbers.computeIfAbsent(pair * SPREAD, key -> fresh);
      if (number == fresh) {
        if (fresh == sourceOf.length) {
          sourceOf = Arrays.copyOf(sourceOf, 2 * fresh);
          targetOf = Arrays.copyOf(targetOf, 2 * fresh);
        }
        sourceOf[fresh] = source;
        targetOf[fresh] = target;
      }
      return number;
    }

    Map<String, String> run() {
      double[] probabilities = new double[numbers.size()];
      Arrays.fill(probabilities, 1);
      for (int i = 0; i < ITERATIONS; i++) {
        normalise(expected(probabilities), probabilities);
      }
      return best(probabilities);
    }

    /** How often each pair is expected to be aligned. */
    private double[] expected(double[] probabilities) {
      double[] counts = new double[probabilities.length];
      for (int s = 0; s < sentences.size(); s++) {
        int[] pairs = sentences.get(s);
        int length = sourceLengths.get(s);
        for (int from = 0; from < pairs.length; from += length) {
          double sum = 0;
          for (int p = from; p < from + length; p++) {
            sum += probabilities[pairs[p]];
          }
          for (int p = from; p < from + length; p++) {
            counts[pairs[p]] += probabilities[pairs[p]] / sum;
          }
        }
      }
      return counts;
    }

    private void normalise(double[] counts, double[] probabilities) {
      double[] totals = new double[sourceWords.size()];
      for (int pair = 0; pair < counts.length; pair++) {
        totals[sourceOf[pair]] += counts[pair];
      }
      for (int pair = 0; pair < counts.length; pair++) {
        probabilities[pair] = counts[pair] / totals[sourceOf[pair]];
      }
    }

    private Map<String, String> best(double[] probabilities) {
      int[] chosen = new int[sourceWords.size()];
      Arrays.fill(chosen, -1);
      for (int pair = 0; pair < probabilities.length; pair++) {
        int source = sourceOf[pair];
        if (chosen[source] < 0 || probabilities[pair] > probabilities[chosen[source]]) {
          chosen[source] = pair;
        }
      }
      Map<String, String> best = new HashMap<>();
      for (int source = 0; source < chosen.length; source++) {
        if (chosen[source] >= 0) {
          best.put(sourceWords.word(source), targetWords.word(targetOf[chosen[source]]));
        }
      }
      return best;
    }
  }

  /** Words by number, in the order in which they were met. */
  private static final class Numbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    int[] of(List<String> sentence) {
      int[] found = new int[sentence.size()];
      for (int i = 0; i < found.length; i++) {
        Integer number = numbers.putIfAbsent(sentence.get(i), words.size());
        found[i] = number == null ? words.size() : number;
        if (number == null) {
          words.add(sentence.get(i));
        }
      }
      return found;
    }

    int size() {
      return words.size();
    }

    String word(int number) {
      return words.get(number);
    }
  }
}
