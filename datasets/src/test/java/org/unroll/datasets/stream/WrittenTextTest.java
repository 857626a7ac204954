package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrittenTextTest {
  @Test
  void isShownInItsOwnLines() {
    assertThat(new WrittenText("a", "b\r\n\tc\n\nd\n").toLines())
        .containsExactly("ab", "        c", "", "d");
    assertThat(new WrittenText("", "\u001B[2Jx").toLines()).containsExactly("\\u001B[2Jx");
    assertThat(new WrittenText("", "").toLines()).isEmpty();
    assertThat(new WrittenText("a", "").isPassage()).isTrue();
  }
}
