package org.unroll.apps.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.datasets.recording.FrameLabels;
import org.unroll.datasets.recording.Recording;

/**
 * What recordings hold, counted.
 *
 * @param lengths in frames, ascending
 * @param rate frames a second of the first
 * @param classes how many frames each has, the most frequent first
 * @param unlabelled frames without a label
 * @param targets least and greatest number by column
 */
record RecordingCounts(
    List<Integer> lengths,
    double rate,
    Map<String, Integer> classes,
    int unlabelled,
    Map<String, double[]> targets) {
  private static final int SHOWN = 8;
  private static final double RARE = 0.1;

  static RecordingCounts of(List<Recording> recordings) {
    Map<String, Integer> classes = new LinkedHashMap<>();
    Map<String, double[]> targets = new LinkedHashMap<>();
    int unlabelled = 0;
    for (Recording recording : recordings) {
      FrameLabels labels = recording.labels().orElseThrow();
      if (labels instanceof FrameLabels.OfClasses named) {
        named.names().forEach(name -> classes.merge(name, 1, Integer::sum));
      } else if (labels instanceof FrameLabels.OfNumbers numbers) {
        unlabelled += range(numbers, targets);
      }
    }
    Integer none = classes.remove(FrameLabels.NONE);
    return new RecordingCounts(
        recordings.stream().map(recording -> recording.frames().length()).sorted().toList(),
        recordings.get(0).rate(),
        sorted(classes),
        none == null ? unlabelled : none,
        targets);
  }

  private static int range(FrameLabels.OfNumbers numbers, Map<String, double[]> targets) {
    int missing = 0;
    for (double[] row : numbers.rows()) {
      for (int i = 0; i < row.length; i++) {
        double[] range =
            targets.computeIfAbsent(
                numbers.columns().get(i),
                key -> new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
        missing += Double.isNaN(row[i]) && i == 0 ? 1 : 0;
        if (!Double.isNaN(row[i])) {
          range[0] = Math.min(range[0], row[i]);
          range[1] = Math.max(range[1], row[i]);
        }
      }
    }
    return missing;
  }

  private static Map<String, Integer> sorted(Map<String, Integer> classes) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    classes.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return sorted;
  }

  int frames() {
    return lengths.stream().mapToInt(Integer::intValue).sum();
  }

  /** In the middle of all lengths. */
  int middle() {
    return lengths.get(lengths.size() / 2);
  }

  /** Whether a class has hardly a tenth of the frames of the most frequent one. */
  boolean hasRareClass() {
    List<Integer> counts = List.copyOf(classes.values());
    return counts.size() > 1 && counts.get(counts.size() - 1) < RARE * counts.get(0);
  }

  /** Of frames without a label. */
  double unlabelledShare() {
    return unlabelled / (double) frames();
  }

  /** As people write it: 25, 29.97. */
  static String number(double number) {
    return number == Math.rint(number)
        ? String.valueOf((long) number)
        : String.format(Locale.ROOT, "%.4g", number);
  }

  /** In one line. */
  String inWords() {
    StringBuilder words = new StringBuilder();
    int most = lengths.get(lengths.size() - 1);
    words.append(
        String.format(
            Locale.ROOT,
            lengths.size() == 1 ? "1 recording, %,d frames" : "%2$,d recordings, %1$,d frames",
            frames(),
            lengths.size()));
    if (lengths.size() > 1) {
      String each = lengths.get(0) == most ? " (%2$,d each)" : " (%,d to %,d each)";
      words.append(String.format(Locale.ROOT, each, lengths.get(0), most));
    }
    words.append(", ").append(number(rate)).append(" a second");
    List<String> told = new ArrayList<>();
    classes.forEach((name, count) -> told.add(String.format(Locale.ROOT, "%s %,d", name, count)));
    targets.forEach(
        (name, range) ->
            told.add("%s from %s to %s".formatted(name, number(range[0]), number(range[1]))));
    words.append("; ").append(classes.isEmpty() ? "" : classes.size() + " classes: ");
    words.append(String.join(", ", told.subList(0, Math.min(SHOWN, told.size()))));
    words.append(told.size() > SHOWN ? ", …" : "");
    if (unlabelled > 0) {
      words.append(String.format(Locale.ROOT, "; without a label %,d", unlabelled));
    }
    return words.toString();
  }
}
