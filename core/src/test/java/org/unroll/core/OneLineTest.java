package org.unroll.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void whatEndsALineIsShown() {
    assertThat(OneLine.of("a\n\r\tb\u0000\u001B\u0085\u2028é😀"))
        .isEqualTo("a\\n\\r\\tb\\u0000\\u001B\\u0085\\u2028é😀");
  }

  @Test
  void linesStay() {
    assertThat(OneLine.lines("a\r\nb\tc\n\n")).isEqualTo("a\nb        c\n\n");
    assertThat(OneLine.lines("\n")).isEqualTo("\n");
    assertThat(OneLine.lines("\n\na")).isEqualTo("\n\na");
    assertThat(OneLine.lines("")).isEmpty();
    assertThat(OneLine.lines("a\rb")).isEqualTo("ab");
    assertThat(OneLine.lines("\u001B[2J\u2029")).isEqualTo("\\u001B[2J\\u2029");
  }

  /** A text that comes piece by piece is the text. */
  @Test
  void piecesAreTheWhole() {
    String text = "a\n\n\tb\r\nc\u0007 \n";
    StringBuilder pieces = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      pieces.append(OneLine.lines(text.substring(i, i + 1)));
    }
    assertThat(pieces.toString()).isEqualTo(OneLine.lines(text));
  }
}
