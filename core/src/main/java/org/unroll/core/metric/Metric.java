package org.unroll.core.metric;

import static org.unroll.core.metric.Metric.Direction.HIGHER;
import static org.unroll.core.metric.Metric.Direction.LOWER;
import static org.unroll.core.metric.Metric.Direction.NEITHER;
import static org.unroll.core.metric.Scale.COUNT;
import static org.unroll.core.metric.Scale.DATA;
import static org.unroll.core.metric.Scale.HUNDRED;
import static org.unroll.core.metric.Scale.OPEN;
import static org.unroll.core.metric.Scale.UNIT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What nets are scored by: scale, which side is better, and what it is in words. */
public enum Metric {
  ACCURACY(UNIT, HIGHER, "share of examples answered rightly"),
  MACRO_F1(UNIT, HIGHER, "F1 averaged over classes, each counting alike"),
  MICRO_F1(UNIT, HIGHER, "F1 of all labels of all examples together"),
  AVERAGE_PRECISION(
      UNIT, HIGHER, "area under precision over recall, averaged over labels, each counting alike"),
  EXACT_MATCH(UNIT, HIGHER, "share of examples whose whole answer is right"),
  ROC_AUC(UNIT, HIGHER, "chance that a positive ranks above a negative example, 0.5 is guessing"),
  LOSS(OPEN, LOWER, "what training minimises, mean per label"),
  LOG_LOSS(OPEN, LOWER, "mean −ln of the probability given to the truth"),
  MAE(DATA, LOWER, "mean absolute error"),
  RMSE(DATA, LOWER, "root of the mean squared error, large misses weigh more"),
  MSE(OPEN, LOWER, "mean squared error"),
  MAPE(OPEN, LOWER, "mean error in per cent of the truth, truths of 0 left out"),
  SMAPE(OPEN, LOWER, "mean error in per cent of the mean of truth and forecast, 0–200"),
  MASE(OPEN, LOWER, "error relative to the seasonal naive forecast, below 1 beats it"),
  ND(OPEN, LOWER, "sum of the errors over the sum of the truths, 0.05 is 5 %"),
  R2(OPEN, HIGHER, "share of the variance explained, 1 is perfect, 0 the mean"),
  PEAK_MAE(DATA, LOWER, "error of the highest value of each day of a forecast"),
  PINBALL(DATA, LOWER, "quantile loss, mean over the levels"),
  COVERAGE_80(UNIT, NEITHER, "share of values inside the 80 % interval, 0.8 is right"),
  PERPLEXITY(OPEN, LOWER, "e to the mean −ln of the probability of each word or symbol"),
  NATS(OPEN, LOWER, "mean −ln of the probability of each character"),
  BITS(OPEN, LOWER, "the same in base 2: bits a character"),
  BLEU(
      HUNDRED,
      HIGHER,
      "n-gram overlap with the references, lower-cased words as the data has them"),
  SACREBLEU(HUNDRED, HIGHER, "the same as sacreBLEU counts it, with its own words and case"),
  BLEU_1(HUNDRED, HIGHER, "single words that a reference has too, as COCO counts them"),
  BLEU_2(HUNDRED, HIGHER, "overlap with the references in words and pairs, as COCO counts it"),
  BLEU_3(HUNDRED, HIGHER, "the same in n-grams of up to 3 words"),
  BLEU_4(HUNDRED, HIGHER, "the same in n-grams of up to 4 words"),
  SHUFFLED_BLEU_4(
      HUNDRED,
      NEITHER,
      "bleu-4 against the references of other images: what is had without looking"),
  CHRF(HUNDRED, HIGHER, "character n-gram F-score"),
  CIDER(
      OPEN,
      HIGHER,
      "agreement with the references in what is rare among them (CIDEr-D); 0–10, about 1 is good"),
  ROUGE_L(HUNDRED, HIGHER, "longest common subsequence with the references"),
  COPIED(UNIT, NEITHER, "share of captions that stand word for word among the training captions"),
  DISTINCT_CAPTIONS(COUNT, NEITHER, "different captions among those scored"),
  EDIT(HUNDRED, HIGHER, "agreement of the order of segments"),
  F1_10(HUNDRED, HIGHER, "F1 of segments that overlap by so many per cent"),
  F1_25(HUNDRED, HIGHER, F1_10.meaning),
  F1_50(HUNDRED, HIGHER, F1_10.meaning);

  /** Which of two values is the better one; neither, if one in between is right. */
  enum Direction {
    HIGHER,
    LOWER,
    NEITHER
  }

  private final Scale scale;
  private final Direction direction;
  private final String meaning;

  Metric(Scale scale, Direction direction, String meaning) {
    this.scale = scale;
    this.direction = direction;
    this.meaning = meaning;
  }

  /** The metric with that key; empty for a name that is none. */
  public static Optional<Metric> of(String key) {
    for (Metric metric : values()) {
      if (metric.key().equals(key)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }

  /**
   * How surprised a net was by the truth, as far as its scores say; NaN if none does. Unlike shares
   * of right answers it tells nets apart that give the same answers.
   */
  public static double surprise(Map<String, Double> scores) {
    for (Metric metric : List.of(LOG_LOSS, PERPLEXITY, NATS)) {
      if (scores.containsKey(metric.key())) {
        return scores.get(metric.key());
      }
    }
    return Double.NaN;
  }

  /** As in YAML and {@code result.json}: {@code macro-f1}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Scale scale() {
    return scale;
  }

  /** A line with scale and direction, for readers of the report. */
  public String meaning() {
    String better = direction.name().toLowerCase(Locale.ROOT) + " is better";
    return meaning + scale.inWords + better;
  }

  /** True if {@code value} beats {@code best}; NaN beats nothing. */
  public boolean better(double value, double best) {
    return switch (direction) {
      case HIGHER -> value > best;
      case LOWER -> value < best;
      case NEITHER -> false;
    };
  }

  /** What every finite value beats, unless neither side is better. */
  public double worst() {
    return direction == LOWER ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }
}
