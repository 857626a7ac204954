package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How often each class was taken for each. Immutable.
 *
 * <p>Undefined cases are those of scikit-learn with {@code zero_division=0}: the precision of a
 * class that was never predicted is 0, so is the recall of a class that never occurs, and F1 of
 * either. A class that neither occurs nor was predicted is left out of {@link #macroF1()}.
 */
public final class ConfusionMatrix {
  private final List<String> classes;
  // counts[truth][predicted]
  private final long[][] counts;

  /**
   * @param classes names of the classes, in the order of their numbers
   * @param counts {@code [truth][predicted]}, square, none negative
   */
  public ConfusionMatrix(List<String> classes, long[][] counts) {
    this.classes = List.copyOf(classes);
    this.counts = new long[counts.length][];
    if (counts.length != classes.size()) {
      throw new IllegalArgumentException(counts.length + " rows for " + classes.size());
    }
    for (int truth = 0; truth < counts.length; truth++) {
      if (counts[truth].length != classes.size()) {
        throw new IllegalArgumentException("row " + truth + " is not " + classes.size() + " wide");
      }
      this.counts[truth] = counts[truth].clone();
    }
  }

  /**
   * Counts pairs.
   *
   * @param truth class numbers from 0, one an example
   * @param predicted as many class numbers
   */
  public static ConfusionMatrix of(int[] truth, int[] predicted, List<String> classes) {
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(
          truth.length + " labels, " + predicted.length + " answers");
    }
    long[][] counts = new long[classes.size()][classes.size()];
    for (int example = 0; example < truth.length; example++) {
      counts[truth[example]][predicted[example]]++;
    }
    return new ConfusionMatrix(classes, counts);
  }

  public List<String> classes() {
    return classes;
  }

  public long count(int truth, int predicted) {
    return counts[truth][predicted];
  }

  /** Examples counted. */
  public long total() {
    long total = 0;
    for (int number = 0; number < counts.length; number++) {
      total += support(number);
    }
    return total;
  }

  /** Examples whose true class this is. */
  public long support(int number) {
    long sum = 0;
    for (long count : counts[number]) {
      sum += count;
    }
    return sum;
  }

  /** Examples for which this class was predicted. */
  public long predicted(int number) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[number];
    }
    return sum;
  }

  /** Share of examples predicted rightly, 0–1; 0 of no examples. */
  public double accuracy() {
    long right = 0;
    for (int number = 0; number < counts.length; number++) {
      right += counts[number][number];
    }
    return ratio(right, total());
  }

  /** Share of the predictions of this class that are right, 0–1. */
  public double precision(int number) {
    return ratio(counts[number][number], predicted(number));
  }

  /** Share of the examples of this class that were found, 0–1. */
  public double recall(int number) {
    return ratio(counts[number][number], support(number));
  }

  /** Harmonic mean of precision and recall, 0–1. */
  public double f1(int number) {
    // 2·tp / (2·tp + fp + fn), which needs no case for precision + recall = 0
    return ratio(2 * counts[number][number], support(number) + predicted(number));
  }

  /** Mean F1 of the classes that occur or were predicted, each counting alike, 0–1. */
  public double macroF1() {
    double sum = 0;
    int occurring = 0;
    for (int number = 0; number < counts.length; number++) {
      if (support(number) + predicted(number) > 0) {
        sum += f1(number);
        occurring++;
      }
    }
    return occurring == 0 ? 0 : sum / occurring;
  }

  /** {@code accuracy} and {@code macro-f1}, to which more can be added. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metric.ACCURACY.key(), accuracy());
    metrics.put(Metric.MACRO_F1.key(), macroF1());
    return metrics;
  }

  /** A row for each true class, a column for each predicted one. */
  public Table toTable() {
    List<String> header = new ArrayList<>(List.of("truth \\ predicted"));
    header.addAll(classes);
    List<List<String>> rows = new ArrayList<>();
    for (int truth = 0; truth < counts.length; truth++) {
      List<String> row = new ArrayList<>(List.of(classes.get(truth)));
      for (long count : counts[truth]) {
        row.add(Long.toString(count));
      }
      rows.add(row);
    }
    return new Table("Confusion matrix", header, rows);
  }

  /** Precision, recall, F1 and support of each class; a dash where a value is undefined. */
  public Table perClassTable() {
    return perClassTable("support");
  }

  /** The same; {@code counted} is what the examples are, such as {@code frames}. */
  Table perClassTable(String counted) {
    List<List<String>> rows = new ArrayList<>();
    for (int number = 0; number < counts.length; number++) {
      rows.add(
          List.of(
              classes.get(number),
              cell(precision(number), predicted(number)),
              cell(recall(number), support(number)),
              cell(f1(number), support(number) + predicted(number)),
              Long.toString(support(number))));
    }
    return new Table("Per class", List.of("class", "precision", "recall", "f1", counted), rows);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static String cell(double value, long of) {
    return of == 0 ? Table.NONE : String.format(Locale.ROOT, "%.3f", value);
  }
}
