package org.unroll.datasets.ngrams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NgramFeaturesTest {
  private static final List<List<String>> TEXTS =
      List.of(
          List.of("not", "bad", "not", "bad"), List.of("not", "bad", "at", "all"), List.of("good"));

  @Test
  void wordsAndPairsCountOnceInAText() {
    NgramFeatures features = NgramFeatures.fit(TEXTS, 1000);
    // not, bad, at, all, good and two reserved ones; not bad, bad not, bad at, at all
    assertThat(features.size()).isEqualTo(7 + 4);
    assertThat(features.of(TEXTS.get(0))).hasSize(2 + 2).isSorted();
    assertThat(features.of(List.of("good", "good"))).hasSize(1);
    assertThat(features.of(List.of("good", "zebra", "bad"))).hasSize(2);
    assertThat(features.of(List.of("bad", "good"))).hasSize(2);
    assertThat(features.of(List.of())).isEmpty();
  }

  @Test
  void whereThereAreTooManyTheRarestGo() {
    NgramFeatures features = NgramFeatures.fit(TEXTS, 8);
    assertThat(features.pairs()).as("not bad").hasSize(1);
    assertThat(features.of(List.of("not", "bad", "at"))).hasSize(3 + 1);
    assertThat(NgramFeatures.fit(TEXTS, 4).size()).isEqualTo(4);
  }
}
