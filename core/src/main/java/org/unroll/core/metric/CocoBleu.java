package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * BLEU-1 to BLEU-4 of captions as the evaluation code of COCO counts them (Chen et al. 2015, {@code
 * bleu_scorer.py} of coco-caption and pycocoevalcap with the option {@code closest}): over all
 * images together, against the reference closest in length, of two as close the shorter one.
 *
 * <p>Other than sacreBLEU it cuts no words, knows no case (both are the caller's) and does not
 * smooth: constants far below one match and one n-gram keep it from dividing by 0. So lengths
 * without a match leave next to 0 rather than 0, and a perfect score lies some 1e-9 below 100.
 * Where no caption is as long as n, the two constants alone are divided: the precision is 1e-6, and
 * {@code bleu-4} of perfect captions of three words 3.16.
 */
final class CocoBleu {
  static final int ORDER = 4;

  private static final double MATCH = 1e-15;
  private static final double NGRAM = 1e-9;

  private CocoBleu() {}

  /** BLEU-1, BLEU-2, BLEU-3, BLEU-4, from 0 to 100. */
  static List<BleuScore> scores(List<List<String>> captions, List<References> references) {
    BleuCounts counts = new BleuCounts(ORDER);
    for (int i = 0; i < captions.size(); i++) {
      counts.add(captions.get(i), references.get(i));
    }
    return scores(counts);
  }

  static List<BleuScore> scores(BleuCounts counts) {
    long said = counts.hypothesisLength();
    long wanted = counts.referenceLength();
    double ratio = (said + MATCH) / (wanted + NGRAM);
    double penalty = ratio < 1 ? Math.exp(1 - 1 / ratio) : 1;
    List<BleuScore> scores = new ArrayList<>();
    List<Double> precisions = new ArrayList<>();
    double product = 1;
    for (int n = 1; n <= ORDER; n++) {
      double precision = (counts.matches(n) + MATCH) / (counts.total(n) + NGRAM);
      product *= precision;
      precisions.add(100 * precision);
      double score = 100 * penalty * Math.pow(product, 1.0 / n);
      scores.add(new BleuScore(score, precisions, penalty, said, wanted));
    }
    return scores;
  }
}
