package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassificationTest {
  private static final double EXACT = 1e-12;

  /**
   * Positives score 0.8 0.4 0.3, negatives 0.1 0.4 0.6. Most probable: negatives 0 0 1, positives 1
   * 0 0, so the matrix is [2 1; 2 1] and the accuracy 3/6. Precision 2/4 and 1/2, recall 2/3 and
   * 1/3, F1 = 2·2/(3+4) = 4/7 and 2·1/(3+2) = 2/5, mean 17/35. Of the 9 pairs 0.8 wins 3, 0.4 wins
   * 1 and ties 1, 0.3 wins 1: 5.5/9. Log loss −ln(0.9 · 0.6 · 0.4 · 0.8 · 0.4 · 0.3)/6 =
   * 3.8758839/6.
   */
  @Test
  void twoClassesByHand() {
    int[] truth = {0, 0, 0, 1, 1, 1};
    Evaluation evaluation =
        Classification.evaluate(
            truth, ofPositive(0.1, 0.4, 0.6, 0.8, 0.4, 0.3), List.of("negative", "positive"));

    assertThat(evaluation.metrics().keySet())
        .containsExactly("accuracy", "macro-f1", "roc-auc", "log-loss");
    assertThat(evaluation.metrics().get("accuracy")).isEqualTo(0.5);
    assertThat(evaluation.metrics().get("macro-f1")).isCloseTo(17.0 / 35, within(EXACT));
    assertThat(evaluation.metrics().get("roc-auc")).isCloseTo(5.5 / 9, within(EXACT));
    assertThat(evaluation.metrics().get("log-loss")).isCloseTo(0.64598065, within(1e-8));
    assertThat(evaluation.tables().get(0).rows())
        .containsExactly(List.of("negative", "2", "1"), List.of("positive", "2", "1"));
    assertThat(evaluation.tables().get(1).rows())
        .containsExactly(
            List.of("negative", "0.500", "0.667", "0.571", "3"),
            List.of("positive", "0.500", "0.333", "0.400", "3"));
  }

  /**
   * Truth a b c c; predicted a a c b. F1: a 2/(1+2) = 2/3, b 0, c 2/(2+1) = 2/3; mean 4/9. One
   * against the rest: a 0.7 over 0.5 0.1 0.2 = 1; b 0.3 against 0.2 0.2 0.5 = 2/3; c 0.7 and 0.3
   * against 0.1 and 0.2 = 1; mean 8/9. Log loss −ln(0.7 · 0.3 · 0.7 · 0.3)/4.
   */
  @Test
  void threeClassesByHand() {
    double[][] probabilities = {{0.7, 0.2, 0.1}, {0.5, 0.3, 0.2}, {0.1, 0.2, 0.7}, {0.2, 0.5, 0.3}};
    Evaluation evaluation =
        Classification.evaluate(new int[] {0, 1, 2, 2}, probabilities, List.of("a", "b", "c"));

    assertThat(evaluation.metrics().get("accuracy")).isEqualTo(0.5);
    assertThat(evaluation.metrics().get("macro-f1")).isCloseTo(4.0 / 9, within(EXACT));
    assertThat(evaluation.metrics().get("roc-auc")).isCloseTo(8.0 / 9, within(EXACT));
    assertThat(evaluation.metrics().get("log-loss"))
        .isCloseTo(-Math.log(0.7 * 0.3 * 0.7 * 0.3) / 4, within(EXACT));
  }

  @Test
  void logLossOfASureMistakeIsClipped() {
    // −ln(1e-15) = 15 · 2.302585093 = 34.53877639
    Evaluation evaluation =
        Classification.evaluate(new int[] {1}, ofPositive(0.0), List.of("no", "yes"));
    assertThat(evaluation.metrics().get("log-loss")).isCloseTo(34.53877639, within(1e-7));
  }

  @Test
  void noRankingWithoutBothKindsOfExample() {
    Evaluation evaluation =
        Classification.evaluate(new int[] {1, 1}, ofPositive(0.9, 0.2), List.of("no", "yes"));
    assertThat(evaluation.metrics()).doesNotContainKey("roc-auc").containsEntry("accuracy", 0.5);
  }

  /** Class c is absent, so the mean is over a and b, both ranked perfectly. */
  @Test
  void absentClassIsLeftOutOfTheMeanRanking() {
    double[][] probabilities = {{0.8, 0.1, 0.1}, {0.2, 0.7, 0.1}};
    Evaluation evaluation =
        Classification.evaluate(new int[] {0, 1}, probabilities, List.of("a", "b", "c"));
    assertThat(evaluation.metrics()).containsEntry("roc-auc", 1.0).containsEntry("macro-f1", 1.0);
  }

  @Test
  void equalProbabilitiesMeanTheFirstClass() {
    assertThat(Classification.mostProbable(new double[][] {{0.5, 0.5}, {0.2, 0.4, 0.4}}))
        .containsExactly(0, 1);
  }

  @Test
  void badInputIsRefused() {
    List<String> classes = List.of("no", "yes");
    assertThatThrownBy(() -> Classification.evaluate(new int[0], new double[0][], classes))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Classification.evaluate(new int[] {0}, ofPositive(Double.NaN), classes))
        .hasMessageContaining("example 0");
    assertThatThrownBy(() -> Classification.evaluate(new int[] {2}, ofPositive(0.5), classes))
        .hasMessageContaining("class 2");
  }

  @Test
  void rankingAgreesWithCountingAllPairs() {
    Random random = new Random(42);
    for (int round = 0; round < 50; round++) {
      boolean[] positive = new boolean[40];
      double[] scores = new double[40];
      for (int i = 0; i < 40; i++) {
        positive[i] = i % 3 == 0;
        scores[i] = random.nextInt(10) / 10.0; // few values, many ties
      }
      assertThat(RocAuc.of(positive, scores).getAsDouble())
          .isCloseTo(pairsWon(positive, scores), within(EXACT));
    }
    assertThat(RocAuc.of(new boolean[] {true}, new double[] {1})).isEqualTo(OptionalDouble.empty());
  }

  private static double pairsWon(boolean[] positive, double[] scores) {
    double won = 0;
    int pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (positive[i] && !positive[j]) {
          pairs++;
          won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return won / pairs;
  }

  private static double[][] ofPositive(double... positive) {
    double[][] rows = new double[positive.length][];
    for (int i = 0; i < positive.length; i++) {
      rows[i] = new double[] {1 - positive[i], positive[i]};
    }
    return rows;
  }
}
