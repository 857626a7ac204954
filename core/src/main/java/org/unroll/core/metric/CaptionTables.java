package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Captions with their scores, and what is shown of them beside the metrics.
 *
 * @param captions cut into words, one for each image
 * @param cider of each
 * @param rouge of each, from 0 to 100
 */
record CaptionTables(
    List<List<String>> captions,
    List<References> references,
    List<BleuScore> bleu,
    double[] cider,
    double[] rouge) {
  /** Most words of a row of the table. */
  private static final int[] LENGTHS = {0, 6, 9, 12, Integer.MAX_VALUE};

  private static final int FREQUENT = 10;

  CaptionTables(
      List<List<String>> captions, List<References> references, double[] cider, double[] rouge) {
    this(captions, references, CocoBleu.scores(captions, references), cider, rouge);
  }

  List<Table> all() {
    return List.of(byLength(), mostFrequent(), counted());
  }

  /**
   * BLEU over the captions of a row, the means of the others. A model's own captions make the rows,
   * so the last column is no metric: compared runs are not set side by side by them.
   */
  private Table byLength() {
    List<List<String>> rows = new ArrayList<>();
    int least = -1;
    for (int most : LENGTHS) {
      List<Integer> images = new ArrayList<>();
      for (int image = 0; image < captions.size(); image++) {
        int length = captions.get(image).size();
        if (length > least && length <= most) {
          images.add(image);
        }
      }
      if (most > 0 || !images.isEmpty()) { // who says nothing at all is told of
        rows.add(row(name(least, most), images));
      }
      least = most;
    }
    return new Table(
        "By number of words of the caption",
        List.of("words", "bleu-1", "bleu-4", "cider", "rouge-l", "captions"),
        rows);
  }

  private static String name(int least, int most) {
    if (most == 0) {
      return "0";
    }
    return most == Integer.MAX_VALUE ? "> " + least : (least + 1) + "–" + most;
  }

  private List<String> row(String name, List<Integer> images) {
    if (images.isEmpty()) {
      return List.of(name, Table.NONE, Table.NONE, Table.NONE, Table.NONE, "0");
    }
    List<BleuScore> scores =
        CocoBleu.scores(
            images.stream().map(captions::get).toList(),
            images.stream().map(references::get).toList());
    return List.of(
        name,
        Scale.HUNDRED.text(scores.get(0).score()),
        Scale.HUNDRED.text(scores.get(CocoBleu.ORDER - 1).score()),
        Scale.text(mean(cider, images), 4),
        Scale.HUNDRED.text(mean(rouge, images)),
        Integer.toString(images.size()));
  }

  private static double mean(double[] scores, List<Integer> images) {
    return images.stream().mapToDouble(image -> scores[image]).average().orElseThrow();
  }

  /** Of captions as frequent, the one that came first. */
  private Table mostFrequent() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (List<String> caption : captions) {
      counts.merge(String.join(" ", caption), 1, Integer::sum);
    }
    List<List<String>> rows =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(FREQUENT)
            .map(each -> List.of(shown(each.getKey()), each.getValue().toString()))
            .toList();
    return new Table("Most frequent captions", List.of("caption", "images"), rows);
  }

  private static String shown(String caption) {
    return caption.isEmpty() ? "(no word)" : caption;
  }

  private Table counted() {
    String words = "nrefs:" + referencesEach() + "|case:lc|tok:words|";
    List<List<String>> rows =
        List.of(
            List.of(
                Metric.BLEU_4.key(),
                bleu.get(CocoBleu.ORDER - 1).toString(),
                words + "len:closest|smooth:none|version:unroll"),
            List.of(
                Metric.CIDER.key(),
                Metric.CIDER.scale().text(meanCider()),
                words + "cider:d|n:4|sigma:6|idf:references of these images|version:unroll"),
            List.of(
                Metric.ROUGE_L.key(),
                Metric.ROUGE_L.scale().text(meanRouge()),
                words + "beta:1.2|version:unroll"));
    return new Table("How it was counted", List.of("metric", "score", "signature"), rows);
  }

  /** {@code 5}, or {@code 1-5} where images differ. */
  private String referencesEach() {
    IntSummaryStatistics each =
        references.stream().mapToInt(image -> image.sentences().size()).summaryStatistics();
    return each.getMin() == each.getMax()
        ? Integer.toString(each.getMax())
        : each.getMin() + "-" + each.getMax();
  }

  double meanCider() {
    return Arrays.stream(cider).average().orElseThrow();
  }

  double meanRouge() {
    return Arrays.stream(rouge).average().orElseThrow();
  }
}
