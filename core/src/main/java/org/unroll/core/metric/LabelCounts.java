package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often each of several labels an example holds, was said to hold, and both. Undefined cases
 * are those of {@link ConfusionMatrix}. Immutable.
 */
final class LabelCounts {
  private final List<String> labels;
  private final long[] held;
  private final long[] said;
  private final long[] both;

  /**
   * @param truth {@code [example][label]}
   * @param answers of the same shape
   */
  LabelCounts(List<String> labels, boolean[][] truth, boolean[][] answers) {
    this.labels = labels;
    this.held = new long[labels.size()];
    this.said = new long[labels.size()];
    this.both = new long[labels.size()];
    for (int example = 0; example < truth.length; example++) {
      for (int label = 0; label < held.length; label++) {
        held[label] += truth[example][label] ? 1 : 0;
        said[label] += answers[example][label] ? 1 : 0;
        both[label] += truth[example][label] && answers[example][label] ? 1 : 0;
      }
    }
  }

  /** F1 of all labels of all examples together, 0–1. */
  double microF1() {
    long right = 0;
    long all = 0;
    for (int label = 0; label < held.length; label++) {
      right += both[label];
      all += held[label] + said[label];
    }
    return ratio(2 * right, all);
  }

  /** Mean F1 of the labels that occur or were said, each counting alike, 0–1. */
  double macroF1() {
    double sum = 0;
    int occurring = 0;
    for (int label = 0; label < held.length; label++) {
      if (held[label] + said[label] > 0) {
        sum += ratio(2 * both[label], held[label] + said[label]);
        occurring++;
      }
    }
    return occurring == 0 ? 0 : sum / occurring;
  }

  /** Precision, recall, F1 and support of each label; a dash where a value is undefined. */
  Table toTable() {
    List<List<String>> rows = new ArrayList<>();
    for (int label = 0; label < held.length; label++) {
      rows.add(
          List.of(
              labels.get(label),
              cell(both[label], said[label]),
              cell(both[label], held[label]),
              cell(2 * both[label], held[label] + said[label]),
              Long.toString(held[label])));
    }
    return new Table("Per label", List.of("label", "precision", "recall", "f1", "support"), rows);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static String cell(long part, long whole) {
    return whole == 0 ? Table.NONE : String.format(Locale.ROOT, "%.3f", ratio(part, whole));
  }
}
