package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void quotesOnOneLine() {
    assertThat(Wording.quote("a\nb")).isEqualTo("'a b'");
    assertThat(Wording.quote("x".repeat(100))).hasSize(63).endsWith("…'");
  }

  @Test
  void listsNames() {
    assertThat(Wording.list(List.of("a", "b", "c"), "or")).isEqualTo("'a', 'b' or 'c'");
    assertThat(Wording.list(List.of("a"), "or")).isEqualTo("'a'");
  }
}
