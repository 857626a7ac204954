package org.unroll.datasets.labelled;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.unroll.core.Json;

/**
 * The one number that a net's logits are divided by, so that its probabilities are as sure as it is
 * right (temperature scaling, Guo et al., ICML 2017): above 1 where it was too sure. Whichever of
 * two classes was the more probable one stays so, and a label stays on its side of 0.5. Logits are
 * read off the probabilities, which single precision has rounded to 0 or 1 only beyond ±16 or so.
 *
 * <p>Fitted by the log-loss of examples that the net was not trained on. As if one more example had
 * been answered wrongly (Platt 1999), so that a net which made no mistake is not called infallible.
 */
public record Temperature(double temperature) {
  /** Changes nothing. */
  static final Temperature ONE = new Temperature(1);

  private static final String FILE = "temperature.json";
  private static final double MOST = 20;
  private static final int HALVINGS = 40;

  /** What is left of a probability that was rounded to 0, and of the other side of one to 1. */
  private static final double LEAST = Float.MIN_VALUE;

  private static final double LEAST_OTHER = 0x1p-25;

  /**
   * Of probabilities that sum to 1.
   *
   * @param truth class numbers
   * @param probabilities {@code [example][class]}
   */
  static Temperature ofClasses(int[] truth, double[][] probabilities) {
    double[][] logits = new double[truth.length][];
    Arrays.setAll(logits, i -> logs(probabilities[i]));
    double wrong = 1.0 / (truth.length + 2);
    return fitted(
        inverse -> {
          double slope = 0;
          for (int i = 0; i < truth.length; i++) {
            double[] at = shares(logits[i], inverse);
            double each = wrong / (at.length - 1);
            for (int c = 0; c < at.length; c++) {
              slope += (at[c] - (c == truth[i] ? 1 - wrong : each)) * logits[i][c];
            }
          }
          return slope;
        });
  }

  /**
   * Of probabilities each by itself.
   *
   * @param truth the numbers of the labels that hold for each example
   * @param probabilities {@code [example][label]}
   */
  static Temperature ofLabels(int[][] truth, double[][] probabilities) {
    double wrong = 1.0 / ((double) truth.length * probabilities[0].length + 2);
    return fitted(
        inverse -> {
          double slope = 0;
          for (int i = 0; i < truth.length; i++) {
            for (double probability : probabilities[i]) {
              double logit = logit(probability);
              slope += (sigmoid(inverse * logit) - wrong) * logit;
            }
            for (int label : truth[i]) {
              slope -= (1 - 2 * wrong) * logit(probabilities[i][label]);
            }
          }
          return slope;
        });
  }

  /**
   * Where the slope of a convex loss is 0.
   *
   * @param slope by the inverse of the temperature
   */
  private static Temperature fitted(DoubleUnaryOperator slope) {
    double low = 1 / MOST;
    double high = MOST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      if (slope.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new Temperature(1 / high);
  }

  /** Probabilities that sum to 1, at this temperature. */
  double[] classes(double[] row) {
    return temperature == 1 ? row : shares(logs(row), 1 / temperature);
  }

  /** Probabilities each by itself, at this temperature. */
  double[] labels(double[] row) {
    return temperature == 1
        ? row
        : Arrays.stream(row).map(each -> sigmoid(logit(each) / temperature)).toArray();
  }

  private static double[] logs(double[] row) {
    return Arrays.stream(row).map(each -> Math.log(Math.max(each, LEAST))).toArray();
  }

  private static double[] shares(double[] logits, double inverse) {
    double highest = Arrays.stream(logits).max().orElseThrow();
    double[] shares = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.exp(inverse * (logits[i] - highest));
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static double logit(double probability) {
    return Math.log(Math.max(probability, LEAST) / Math.max(1 - probability, LEAST_OTHER));
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Writes a file into an existing folder. */
  void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), this);
  }

  /** What {@link #save} wrote; of a run from before there was one, {@link #ONE}. */
  static Temperature load(Path folder) {
    return Json.readIfThere(folder.resolve(FILE), Temperature.class).orElse(ONE);
  }
}
