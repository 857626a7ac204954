package org.unroll.core.metric;

import java.util.List;
import java.util.Locale;

/**
 * Corpus chrF2 (Popović 2015) exactly as sacreBLEU 2 counts it: the F-score, recall weighing twice
 * as much as precision, of n-grams of 1 to 6 characters without white space. From 0 to 100.
 */
public final class ChrF {
  private static final int ORDER = 6;
  private static final double RECALL_WEIGHT = 2 * 2;

  private ChrF() {}

  /** As sacreBLEU prints it. */
  public static String signature(int references) {
    return String.format(
        Locale.ROOT, "nrefs:%d|case:mixed|eff:yes|nc:6|nw:0|space:no|version:unroll", references);
  }

  /** Scores hypotheses that have one reference each. */
  public static double scoreSingle(List<String> hypotheses, List<String> references) {
    return score(hypotheses, references.stream().map(List::of).toList());
  }

  /**
   * @param references of each hypothesis one or more; that with the best score counts
   */
  public static double score(List<String> hypotheses, List<List<String>> references) {
    if (hypotheses.size() != references.size()) {
      throw new IllegalArgumentException(
          hypotheses.size() + " hypotheses, but " + references.size() + " lists of references");
    }
    Sums all = new Sums();
    for (int i = 0; i < hypotheses.size(); i++) {
      Sums best = new Sums();
      double bestScore = -1;
      for (String reference : references.get(i)) {
        Sums sums = Sums.of(characters(hypotheses.get(i)), characters(reference));
        double score = sums.score();
        if (score > bestScore) {
          best = sums;
          bestScore = score;
        }
      }
      all.add(best);
    }
    return all.score();
  }

  private static int[] characters(String sentence) {
    return String.join("", SpacedWords.of(sentence)).codePoints().toArray();
  }

  /** Counts by length of the n-grams. */
  private static final class Sums {
    private final long[] said = new long[ORDER];
    private final long[] wanted = new long[ORDER];
    private final long[] matches = new long[ORDER];

    static Sums of(int[] hypothesis, int[] reference) {
      Sums sums = new Sums();
      for (int n = 1; n <= ORDER; n++) {
        NgramCounts said = NgramCounts.ofCharacters(hypothesis, n);
        NgramCounts wanted = NgramCounts.ofCharacters(reference, n);
        int total = wanted.total();
        sums.said[n - 1] = total == 0 ? 0 : said.total(); // nothing there to be hit
        sums.wanted[n - 1] = total;
        sums.matches[n - 1] = said.matches(wanted);
      }
      return sums;
    }

    void add(Sums other) {
      for (int n = 0; n < ORDER; n++) {
        said[n] += other.said[n];
        wanted[n] += other.wanted[n];
        matches[n] += other.matches[n];
      }
    }

    double score() {
      double precision = 0;
      double recall = 0;
      int lengths = 0;
      for (int n = 0; n < ORDER; n++) {
        if (said[n] > 0 && wanted[n] > 0) {
          precision += (double) matches[n] / said[n];
          recall += (double) matches[n] / wanted[n];
          lengths++;
        }
      }
      if (precision + recall == 0) {
        return 0;
      }
      double product = (precision / lengths) * (recall / lengths);
      double weighted = (RECALL_WEIGHT * precision + recall) / lengths;
      return 100 * (1 + RECALL_WEIGHT) * product / weighted;
    }
  }
}
