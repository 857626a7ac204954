package org.unroll.core.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Scores one caption for each image against the image's references, all in {@link CaptionWords}:
 *
 * <ul>
 *   <li>{@code bleu-1} to {@code bleu-4}, {@code cider}, {@code rouge-l}: as pycocoevalcap counts
 *       them; that code's own words keep hyphens, ours split there. {@code cider} weighs words by
 *       how rare they are among the images scored together: that of a part of a split is another
 *       number
 *   <li>{@code shuffled-bleu-4}: the captions against the references of other images. A model that
 *       does not look at its image has as much there as in {@code bleu-4}
 *   <li>{@code copied}: the share that stands word for word among the training captions; left out
 *       where these are not known
 *   <li>{@code distinct-captions}: how many are different; of a model that always says the same, 1
 *   <li>{@code exact-match}: the share that is right, where the data can tell
 * </ul>
 *
 * Immutable and thread-safe.
 */
public final class CaptionScores {
  /** The same images stand in for each other whatever is scored, so that scores compare. */
  private static final long SHUFFLE_SEED = 1;

  private final List<References> references = new ArrayList<>();
  private final List<References> others = new ArrayList<>();
  private final Cider cider;
  private final Set<String> training = new HashSet<>();

  /**
   * @param references of each image one or more, as texts
   * @param training all captions of the training images, as texts; empty if they are not known
   * @throws IllegalArgumentException if there is no image, or one without a reference
   */
  public CaptionScores(List<List<String>> references, Collection<String> training) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("no image to score");
    }
    for (List<String> each : references) {
      if (each.isEmpty()) {
        throw new IllegalArgumentException("image " + this.references.size() + " has no reference");
      }
      this.references.add(new References(words(each), CocoBleu.ORDER));
    }
    for (int other : others(references.size())) {
      others.add(this.references.get(other));
    }
    cider = new Cider(this.references);
    words(training).forEach(words -> this.training.add(String.join(" ", words)));
  }

  private static List<List<String>> words(Collection<String> captions) {
    return captions.stream().map(CaptionWords::of).toList();
  }

  /** To each image another one, never itself unless it is alone: a cycle through all of them. */
  static int[] others(int images) {
    List<Integer> cycle = new ArrayList<>();
    for (int image = 0; image < images; image++) {
      cycle.add(image);
    }
    Collections.shuffle(cycle, new Random(SHUFFLE_SEED));
    int[] others = new int[images];
    for (int at = 0; at < images; at++) {
      others[cycle.get(at)] = cycle.get((at + 1) % images);
    }
    return others;
  }

  /**
   * Scores captions of data that cannot tell which are right: without {@code exact-match}.
   *
   * @param captions as texts, one for each image in the order of the references
   */
  public Evaluation evaluate(List<String> captions) {
    CaptionTables tables = tables(captions);
    return new Evaluation(metrics(tables), tables.all());
  }

  /**
   * Scores captions.
   *
   * @param captions as texts, one for each image in the order of the references
   * @param right whether the caption of the image with that index is right
   */
  public Evaluation evaluate(List<String> captions, IntPredicate right) {
    CaptionTables tables = tables(captions);
    Map<String, Double> metrics = metrics(tables);
    int matches = 0;
    for (int image = 0; image < captions.size(); image++) {
      matches += right.test(image) ? 1 : 0;
    }
    metrics.put(Metric.EXACT_MATCH.key(), (double) matches / captions.size());
    return new Evaluation(metrics, tables.all());
  }

  /** {@code cider} of each caption by itself, in their order. */
  public double[] ciders(List<String> captions) {
    return cider.scores(words(captions));
  }

  private CaptionTables tables(List<String> captions) {
    if (captions.size() != references.size()) {
      throw new IllegalArgumentException(
          captions.size() + " captions, but " + references.size() + " images");
    }
    List<List<String>> said = words(captions);
    return new CaptionTables(said, references, cider.scores(said), RougeL.scores(said, references));
  }

  private Map<String, Double> metrics(CaptionTables tables) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    List<Metric> orders = List.of(Metric.BLEU_1, Metric.BLEU_2, Metric.BLEU_3, Metric.BLEU_4);
    for (int i = 0; i < orders.size(); i++) {
      metrics.put(orders.get(i).key(), tables.bleu().get(i).score());
    }
    metrics.put(Metric.CIDER.key(), tables.meanCider());
    metrics.put(Metric.ROUGE_L.key(), tables.meanRouge());
    if (references.size() > 1) {
      BleuScore shuffled = CocoBleu.scores(tables.captions(), others).get(CocoBleu.ORDER - 1);
      metrics.put(Metric.SHUFFLED_BLEU_4.key(), shuffled.score());
    }
    if (!training.isEmpty()) {
      metrics.put(Metric.COPIED.key(), copied(tables.captions()));
    }
    metrics.put(Metric.DISTINCT_CAPTIONS.key(), (double) Set.copyOf(tables.captions()).size());
    return metrics;
  }

  private double copied(List<List<String>> captions) {
    int copied = 0;
    for (List<String> caption : captions) {
      copied += training.contains(String.join(" ", caption)) ? 1 : 0;
    }
    return (double) copied / captions.size();
  }
}
