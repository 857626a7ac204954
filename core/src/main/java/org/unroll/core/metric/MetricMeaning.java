package org.unroll.core.metric;

/** What the metrics of {@code result.json} say, for readers of the report. */
public final class MetricMeaning {
  private MetricMeaning() {}

  /** A phrase with scale and direction; empty for a name that is not known. */
  public static String of(String metric) {
    return switch (metric) {
      case "accuracy" -> "share of examples answered rightly; 0–1, higher is better";
      case "macro-f1" -> "F1 averaged over classes, each counting alike; 0–1, higher is better";
      case "roc-auc" ->
          "chance that a positive example ranks above a negative one; 0.5 is guessing, 1 the best";
      case "loss" -> "what training minimises, mean per label; lower is better";
      case "log-loss" -> "mean −ln of the probability given to the truth; lower is better";
      case "mae" -> "mean absolute error, in the units of the data; lower is better";
      case "rmse" ->
          "root of the mean squared error, in the units of the data; large misses weigh more; lower is better";
      case "mse" -> "mean squared error; lower is better";
      case "mape" -> "mean error in per cent of the truth, truths of 0 left out; lower is better";
      case "smape" ->
          "mean error in per cent of the mean of truth and forecast, 0–200; lower is better";
      case "nd" -> "sum of the errors over the sum of the truths; 0.05 is 5 %, lower is better";
      case "peak-mae" ->
          "error of the highest value of each day of a forecast, in the units of the data; lower is better";
      case "mase" -> "error relative to the seasonal naive forecast; below 1 beats it";
      case "r2" -> "share of the variance explained; 1 is perfect, 0 the mean";
      case "pinball" ->
          "quantile loss, mean over the levels, in the units of the data; lower is better";
      case "coverage-80" -> "share of values inside the 80 % interval; 0.8 is right";
      case "perplexity" -> "e to the nats per token; lower is better";
      case "nats" -> "mean −ln of the probability of each character; lower is better";
      case "bleu" ->
          "n-gram overlap with the references, lower-cased words as the data has them; 0–100, higher is better";
      case "sacrebleu" ->
          "the same as sacreBLEU counts it, with its own words and case; 0–100, higher is better";
      case "bleu-1", "bleu-2", "bleu-3", "bleu-4" ->
          "n-gram overlap with the references; 0–100, higher is better";
      case "chrf" -> "character n-gram F-score; 0–100, higher is better";
      case "rouge-l" -> "longest common subsequence with the references; 0–100, higher is better";
      case "edit" -> "agreement of the order of segments; 0–100, higher is better";
      case "f1-10", "f1-25", "f1-50" ->
          "F1 of segments that overlap by so many per cent; 0–100, higher is better";
      default -> "";
    };
  }
}
