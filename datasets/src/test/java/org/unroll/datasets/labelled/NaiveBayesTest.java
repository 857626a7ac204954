package org.unroll.datasets.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NaiveBayesTest {
  private static final NaiveBayes BAYES =
      NaiveBayes.fit(
          List.of(List.of("good", "good"), List.of("bad"), List.of("bad", "film")),
          new int[] {1, 0, 0},
          2);

  @Test
  void probabilitiesAreThoseCountedByHand() {
    // Features: good, "good good" | bad, film, "bad film". Class 1 has 2, class 0 has 4, known are
    // 5.
    // Priors (2 + 1) / 5 and (1 + 1) / 5; P(good | 0) = 1 / 9, P(good | 1) = 2 / 7.
    double negative = 3.0 / 5 * 1 / 9;
    double positive = 2.0 / 5 * 2 / 7;
    assertThat(BAYES.probabilities(List.of("good"))[1])
        .isCloseTo(positive / (positive + negative), within(1e-12));
  }

  @Test
  void pairsOfWordsCountOnceInAText() {
    assertThat(BAYES.probabilities(List.of("good", "good")))
        .isEqualTo(BAYES.probabilities(List.of("good", "good", "good")));
    assertThat(BAYES.probabilities(List.of("good", "good"))[1])
        .isGreaterThan(BAYES.probabilities(List.of("good"))[1]);
  }

  @Test
  void unknownTextsGetThePriorAndLongOnesAProbability() {
    assertThat(BAYES.probabilities(List.of("zebra"))[0]).isCloseTo(0.6, within(1e-12));

    List<String> book = IntStream.range(0, 2_000).mapToObj(i -> "word" + i).toList();
    List<String> other = IntStream.range(0, 2_000).mapToObj(i -> "page" + i).toList();
    NaiveBayes bayes = NaiveBayes.fit(List.of(book, other), new int[] {1, 0}, 2);
    assertThat(bayes.probabilities(book)[0]).isBetween(0.0, 1e-9);
    assertThat(bayes.probabilities(book)[1]).isCloseTo(1, within(1e-9));
  }
}
