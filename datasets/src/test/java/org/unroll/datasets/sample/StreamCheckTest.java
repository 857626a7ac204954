package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.datasets.sample.StreamCheck.Flaw;
import org.unroll.datasets.sample.StreamCheck.Kind;

class StreamCheckTest {
  private static final String HEAD = "recipe plum pie for 4\n";
  private static final String LINE =
      "  mix (eggs 2 [peas mashed; salt dried {rum jug | oil cup}]) by hand\n";
  private static final String END = "end plum pie\n";

  @Test
  void aRecipeIsWellFormed() {
    StreamCheck check = StreamCheck.of(HEAD + LINE + "  say \"no cat sings ;)\"\n" + END);
    assertThat(check.wellFormed()).isTrue();
    assertThat(check.lines()).isEqualTo(4);
    assertThat(check.share()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "mix (eggs 2, \"no cat sings) by hand ! QUOTE",
        "mix (eggs 2 [peas mashed) by hand ! BRACKET",
        "mix (eggs 2 [peas mashed]] by hand ! BRACKET",
        "mix (eggs 2 [peas mashed] by hand ! BRACKET",
        "mix eggs 2) by hand ! BRACKET",
        "mix (eggs 2) by hand} ! BRACKET",
        "mix (eggs 2 [peas mashed, salt dried]) by hand ! SEPARATOR",
        "mix (eggs 2 [peas mashed]; salt 9) by hand ! SEPARATOR",
        "mix (eggs 2) | by hand ! SEPARATOR",
        "(eggs 2) ! PLACE",
      })
  void aBrokenLineIsRefused(String line, Kind kind) {
    StreamCheck check = StreamCheck.of(HEAD + LINE + "  " + line + "\n" + END);
    assertThat(check.flaws()).containsExactly(new Flaw(3, kind));
    assertThat(check.share()).isEqualTo(0.75);
    assertThat(check.wellFormed()).isFalse();
  }

  @Test
  void aRecipeEndsByItsName() {
    assertThat(StreamCheck.of(HEAD + LINE + "end pear pie\n").flaws())
        .containsExactly(new Flaw(3, Kind.END));
    assertThat(StreamCheck.of(HEAD + LINE + END + END).flaws())
        .containsExactly(new Flaw(4, Kind.END));
  }

  @Test
  void linesStandWhereTheyMay() {
    Flaw second = new Flaw(2, Kind.PLACE);
    assertThat(StreamCheck.of(HEAD + HEAD + LINE + END).flaws()).containsExactly(second);
    assertThat(StreamCheck.of(HEAD + LINE.strip() + "\n" + END).flaws()).containsExactly(second);
    assertThat(StreamCheck.of(HEAD + "\n" + LINE).flaws()).containsExactly(second);
    assertThat(StreamCheck.of(LINE + HEAD + LINE).flaws()).containsExactly(new Flaw(1, Kind.PLACE));
    assertThat(StreamCheck.of("qx (( e\nrecipe\n").share()).isZero();
  }

  /** A text is cut anywhere. */
  @Test
  void theUnfinishedLastLineIsNotJudged() {
    String text = HEAD + LINE + END;
    for (int length = HEAD.length(); length < text.length(); length++) {
      assertThat(StreamCheck.of(text.substring(0, length)).wellFormed()).isTrue();
    }
    assertThat(StreamCheck.of(HEAD + "  mix (").lines()).isEqualTo(1);
    assertThat(StreamCheck.of("recipe").share()).isZero();
  }
}
