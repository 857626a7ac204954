package org.unroll.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {
  private static final List<String> WORDS = List.of("a", "b", "c", "d", "e", "f");

  @Test
  void longTextsAreCut() {
    assertThat(Kept.START.of(WORDS, 3)).containsExactly("a", "b", "c");
    assertThat(Kept.END.of(WORDS, 3)).containsExactly("d", "e", "f");
    assertThat(Kept.BOTH.of(WORDS, 3)).containsExactly("a", "e", "f");
    assertThat(Kept.BOTH.of(WORDS, 1)).containsExactly("f");
  }

  @Test
  void shortTextsStayWhole() {
    for (Kept kept : Kept.values()) {
      assertThat(kept.of(WORDS, 6)).isEqualTo(WORDS);
    }
  }
}
