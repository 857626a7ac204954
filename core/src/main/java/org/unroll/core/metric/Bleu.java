package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Corpus BLEU (Papineni et al. 2002): the geometric mean of the precisions of n-grams, times a
 * penalty for hypotheses shorter than their references. Immutable and thread-safe.
 *
 * @param tokens how sentences are cut into words
 * @param lowerCase compare lower-cased
 * @param smooth give an n-gram length without a match half, a quarter, … of a match (sacreBLEU's
 *     {@code exp}, NIST's own); otherwise one such length makes the score 0
 * @param order longest n-grams, 4 for BLEU without further words
 */
public record Bleu(BleuTokens tokens, boolean lowerCase, boolean smooth, int order) {
  /** As sacreBLEU (Post 2018) with its default settings. */
  public static final Bleu SACRE = new Bleu(BleuTokens.MTEVAL_13A, false, true, 4);

  /** Tokenised, lower-cased, as Moses' multi-bleu with {@code -lc}: what older tables hold. */
  public static final Bleu MULTI = new Bleu(BleuTokens.NONE, true, false, 4);

  /** Scores hypotheses that have one reference each. */
  public BleuScore scoreSingle(List<String> hypotheses, List<String> references) {
    return score(hypotheses, references.stream().map(List::of).toList());
  }

  /**
   * @param references of each hypothesis one or more
   */
  public BleuScore score(List<String> hypotheses, List<List<String>> references) {
    if (hypotheses.size() != references.size()) {
      throw new IllegalArgumentException(
          hypotheses.size() + " hypotheses, but " + references.size() + " lists of references");
    }
    BleuCounts counts = new BleuCounts(order);
    for (int i = 0; i < hypotheses.size(); i++) {
      List<List<String>> wanted = new ArrayList<>();
      for (String reference : references.get(i)) {
        wanted.add(words(reference));
      }
      counts.add(words(hypotheses.get(i)), new References(wanted, order));
    }
    return score(counts);
  }

  private List<String> words(String sentence) {
    return tokens.tokens(lowerCase ? sentence.toLowerCase(Locale.ROOT) : sentence);
  }

  private BleuScore score(BleuCounts counts) {
    List<Double> precisions = new ArrayList<>();
    double logs = 0;
    double credit = 1;
    for (int n = 1; n <= order; n++) {
      double matches = counts.matches(n);
      if (matches == 0 && smooth && counts.matches(1) > 0 && counts.total(n) > 0) {
        credit /= 2;
        matches = credit;
      }
      double precision = counts.total(n) == 0 ? 0 : matches / counts.total(n);
      precisions.add(100 * precision);
      logs += Math.log(precision); // of 1 it is 0, so that nothing exceeds 100; −∞ makes it 0
    }
    long said = counts.hypothesisLength();
    long wanted = counts.referenceLength();
    double penalty = penalty(said, wanted);
    return new BleuScore(100 * penalty * Math.exp(logs / order), precisions, penalty, said, wanted);
  }

  private static double penalty(long said, long wanted) {
    if (said >= wanted) {
      return 1;
    }
    return said == 0 ? 0 : Math.exp(1 - (double) wanted / said);
  }

  /**
   * What was counted how, as sacreBLEU prints it.
   *
   * @param references of each hypothesis
   */
  public String signature(int references) {
    return String.format(
        Locale.ROOT,
        "nrefs:%d|case:%s|eff:no|tok:%s|smooth:%s|version:unroll",
        references,
        lowerCase ? "lc" : "mixed",
        tokens.signature(),
        smooth ? "exp" : "none");
  }
}
