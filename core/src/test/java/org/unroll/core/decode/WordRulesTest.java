package org.unroll.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordRulesTest {
  private static final Boundaries BOUNDARIES = new Boundaries(0, 1);
  private static final float[] EVEN = {0.2f, 0.2f, 0.2f, 0.2f, 0.2f};

  @Test
  void anOutputThatIsTooShortDoesNotEnd() {
    WordRules two = new WordRules(BOUNDARIES, 2, 0);
    assertThat(two.allowed(EVEN, List.of(4))).containsExactly(0, 0, 0.2f, 0.2f, 0.2f);
    assertThat(two.allowed(EVEN, List.of(4, 4))).containsExactly(0, 0.2f, 0.2f, 0.2f, 0.2f);
  }

  @Test
  void aRowOfWordsDoesNotComeTwice() {
    WordRules rows = new WordRules(BOUNDARIES, 0, 3);
    assertThat(rows.allowed(EVEN, List.of(2, 3, 4, 2, 3))).containsExactly(0, 0.2f, 0.2f, 0.2f, 0);
    assertThat(rows.allowed(EVEN, List.of(2, 3, 4, 3, 2)))
        .containsExactly(0, 0.2f, 0.2f, 0.2f, 0.2f);
    assertThat(rows.allowed(EVEN, List.of(2))).containsExactly(0, 0.2f, 0.2f, 0.2f, 0.2f);
    WordRules words = new WordRules(BOUNDARIES, 0, 1);
    assertThat(words.allowed(EVEN, List.of(2, 4))).containsExactly(0, 0.2f, 0, 0.2f, 0);
  }

  @Test
  void whereNothingIsLeftItEnds() {
    WordRules words = new WordRules(BOUNDARIES, 9, 1);
    float[] left = words.allowed(EVEN, List.of(2, 3, 4));
    assertThat(WordChoice.best(left)).isEqualTo(1);
    assertThat(left[1]).isPositive();
  }

  @Test
  void bothSearchesKeepTheRules() {
    TinyModel model = new TinyModel(4);
    WordRules rules = new WordRules(BOUNDARIES, 2, 2);
    for (int example = 0; example < 20; example++) {
      List<Hypothesis> found =
          new BeamSearch<>(model, rules, new BeamRanking(0, 0), 3)
              .search(TinyModel.start(example), new int[] {8})
              .get(0);
      for (Hypothesis each : found) {
        check(each.words());
      }
      check(
          new StepwiseWriter<>(model, rules)
              .greedy(TinyModel.start(example), new int[] {8})
              .get(0)
              .words());
    }
  }

  private static void check(List<Integer> words) {
    assertThat(words).hasSizeGreaterThanOrEqualTo(2);
    for (int at = 2; at < words.size(); at++) {
      for (int before = 1; before < at; before++) {
        assertThat(words.subList(before - 1, before + 1))
            .isNotEqualTo(words.subList(at - 1, at + 1));
      }
    }
  }
}
