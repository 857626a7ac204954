package org.unroll.datasets.labelled;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@link NaiveBayes} for each label by itself, holding against not (binary relevance, Tsoumakas
 * &amp; Katakis 2007). Most features go with few of many labels, so only those that occur together
 * are counted. Immutable and thread-safe.
 */
final class LabelBayes implements WordModel {
  private final Map<String, FeatureCounts> counts;
  private final double[] prior; // log odds of each label
  private final double[] total; // what each known feature of a text adds to a label's log odds

  private LabelBayes(Map<String, FeatureCounts> counts, double[] prior, double[] total) {
    this.counts = counts;
    this.prior = prior;
    this.total = total;
  }

  /** In how many texts a feature is, and in how many of each label that it ever goes with. */
  private static final class FeatureCounts {
    private int texts;
    private int[] labels = {}; // ascending
    private int[] with = {};

    void add(int[] set) {
      texts++;
      for (int label : set) {
        int at = Arrays.binarySearch(labels, label);
        if (at < 0) {
          at = -at - 1;
          labels = opened(labels, at);
          with = opened(with, at);
          labels[at] = label;
        }
        with[at]++;
      }
    }

    /** The same with a 0 in between. */
    private static int[] opened(int[] numbers, int at) {
      int[] more = Arrays.copyOf(numbers, numbers.length + 1);
      System.arraycopy(numbers, at, more, at + 1, numbers.length - at);
      more[at] = 0;
      return more;
    }
  }

  /**
   * Counts the training texts.
   *
   * @param texts tokenised texts
   * @param sets the labels of each, from 0
   * @param labels how many there are
   */
  static LabelBayes fit(List<List<String>> texts, int[][] sets, int labels) {
    Map<String, FeatureCounts> counts = new HashMap<>();
    double[] examples = new double[labels];
    double[] features = new double[labels];
    double all = 0;
    for (int i = 0; i < sets.length; i++) {
      Set<String> found = NaiveBayes.features(texts.get(i));
      for (String feature : found) {
        counts.computeIfAbsent(feature, key -> new FeatureCounts()).add(sets[i]);
      }
      for (int label : sets[i]) {
        examples[label]++;
        features[label] += found.size();
      }
      all += found.size();
    }
    double[] total = new double[labels];
    for (int label = 0; label < labels; label++) {
      double without = sets.length - examples[label];
      examples[label] = Math.log((examples[label] + 1) / (without + 1));
      total[label] =
          Math.log((all - features[label] + counts.size()) / (features[label] + counts.size()));
    }
    return new LabelBayes(counts, examples, total);
  }

  /** Of each label by itself. Unknown words and pairs say nothing. */
  @Override
  public double[] probabilities(List<String> text) {
    double[] odds = new double[prior.length];
    int known = 0;
    double without = 0; // what the features say of labels that they never go with
    for (String feature : NaiveBayes.features(text)) {
      FeatureCounts count = counts.get(feature);
      if (count == null) {
        continue;
      }
      known++;
      without -= Math.log(count.texts + 1);
      for (int i = 0; i < count.labels.length; i++) {
        double others = (count.texts - count.with[i] + 1.0) / (count.texts + 1);
        odds[count.labels[i]] += Math.log((count.with[i] + 1) / others);
      }
    }
    for (int label = 0; label < odds.length; label++) {
      double all = odds[label] + prior[label] + known * total[label] + without;
      odds[label] = 1 / (1 + Math.exp(-all));
    }
    return odds;
  }
}
