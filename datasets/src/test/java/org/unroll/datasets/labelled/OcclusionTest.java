package org.unroll.datasets.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unroll.core.app.WeighedWord;

class OcclusionTest {
  private static List<Occlusion.Without<String>> without(String text) {
    List<Occlusion.Without<String>> all = new ArrayList<>();
    for (String word : text.split(" ")) {
      all.add(new Occlusion.Without<>(word, text.replace(word, "")));
    }
    return all;
  }

  @Test
  void aWordWeighsWhatTheAnswerLosesWithoutIt() {
    Occlusion<String> occlusion =
        new Occlusion<>(List.of("good film", "bad"), OcclusionTest::without, 1000);
    assertThat(occlusion.inputs()).containsExactly(" film", "good ", "");
    double[][] whole = {{0.25, 0.75}, {1, 0}};
    double[][] rows = {{0.5, 0.5}, {0.125, 0.875}, {0.5, 0.5}};
    assertThat(occlusion.weights(whole, rows))
        .containsExactly(
            List.of(new WeighedWord("good", 0.25), new WeighedWord("film", -0.125)),
            List.of(new WeighedWord("bad", 0.5)));
  }

  /** Of 100 steps that are trained on, 6 may be read: 2 texts without one of 2 words, no third. */
  @Test
  void longTextsAreNotAskedWhereAnEpochIsShort() {
    Occlusion<String> occlusion =
        new Occlusion<>(List.of("a b", "c d", "e f g"), OcclusionTest::without, 100);
    assertThat(occlusion.inputs()).hasSize(4);
    double[][] whole = {{1}, {1}, {1}};
    assertThat(occlusion.weights(whole, new double[][] {{1}, {1}, {1}, {1}}).get(2)).isEmpty();
  }
}
