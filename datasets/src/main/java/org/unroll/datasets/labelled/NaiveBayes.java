package org.unroll.datasets.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.Json;

/**
 * Multinomial naive Bayes over the distinct words and word pairs of a text, with Laplace smoothing
 * of 1: a baseline that knows next to nothing of word order (Wang & Manning, ACL 2012, with binary
 * counts). Immutable and thread-safe.
 */
public final class NaiveBayes implements WordModel {
  private final Map<String, int[]> counts; // texts of each class that hold the feature
  private final double[] logPriors;
  private final double[] logTotals; // log of (features of the class + all known features)

  private NaiveBayes(Map<String, int[]> counts, double[] logPriors, double[] logTotals) {
    this.counts = counts;
    this.logPriors = logPriors;
    this.logTotals = logTotals;
  }

  /**
   * Counts the training texts.
   *
   * @param texts tokenised texts
   * @param labels class of each text, from 0
   * @param classes how many classes there are
   */
  public static NaiveBayes fit(List<List<String>> texts, int[] labels, int classes) {
    Map<String, int[]> counts = new HashMap<>();
    long[] totals = new long[classes];
    double[] priors = new double[classes];
    for (int i = 0; i < labels.length; i++) {
      priors[labels[i]]++;
      for (String feature : features(texts.get(i))) {
        counts.computeIfAbsent(feature, key -> new int[classes])[labels[i]]++;
        totals[labels[i]]++;
      }
    }
    double[] logTotals = new double[classes];
    for (int c = 0; c < classes; c++) {
      priors[c] = Math.log((priors[c] + 1) / (labels.length + classes));
      logTotals[c] = Math.log(totals[c] + counts.size());
    }
    return new NaiveBayes(counts, priors, logTotals);
  }

  /** The probability of each class; they sum to 1. Unknown words and pairs say nothing. */
  @Override
  public double[] probabilities(List<String> text) {
    double[] scores = logPriors.clone();
    for (String feature : features(text)) {
      int[] count = counts.get(feature);
      if (count != null) {
        for (int c = 0; c < scores.length; c++) {
          scores[c] += Math.log(count[c] + 1) - logTotals[c];
        }
      }
    }
    return normalise(scores);
  }

  /** The most probable class; the lower number if two are equal. */
  public int classify(List<String> text) {
    double[] probabilities = probabilities(text);
    int best = 0;
    for (int c = 1; c < probabilities.length; c++) {
      best = probabilities[c] > probabilities[best] ? c : best;
    }
    return best;
  }

  /** How many words and pairs it knows. */
  public int size() {
    return counts.size();
  }

  private record Saved(Map<String, int[]> counts, double[] logPriors, double[] logTotals) {}

  public void save(Path file) throws IOException {
    Json.MAPPER.writeValue(file.toFile(), new Saved(counts, logPriors, logTotals));
  }

  public static NaiveBayes load(Path file) {
    Saved saved = Json.read(file, Saved.class);
    return new NaiveBayes(saved.counts(), saved.logPriors(), saved.logTotals());
  }

  /** exp(score - max) / sum: the largest score would otherwise underflow to 0 in long texts. */
  private static double[] normalise(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = Math.exp(scores[c] - max);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= sum;
    }
    return scores;
  }

  /** The distinct words and word pairs of a text. */
  static Set<String> features(List<String> text) {
    Set<String> features = new HashSet<>(text);
    for (int i = 1; i < text.size(); i++) {
      // A line break joins the pair: no word of a tokeniser that could be confused holds one.
      features.add(text.get(i - 1) + "\n" + text.get(i));
    }
    return features;
  }
}
