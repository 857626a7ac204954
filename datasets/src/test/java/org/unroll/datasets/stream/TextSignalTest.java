package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSignalTest {
  /** A digit for each character. */
  private static String of(TextSignal signal, String text) {
    StringBuilder digits = new StringBuilder();
    for (float value : signal.of(text)) {
      digits.append((int) value);
    }
    return digits.toString();
  }

  @Test
  void quotesAreOpenUntilTheyAreClosedOrTheParagraphEnds() {
    assertThat(of(TextSignal.QUOTES, "a \"bc\" d")).isEqualTo("00111000");
    assertThat(of(TextSignal.QUOTES, "“a” b")).isEqualTo("11000");
    assertThat(of(TextSignal.QUOTES, "\"a\nb\n\nc \"d\"")).isEqualTo("11111000110");
    assertThat(of(TextSignal.QUOTES, "\"a\r\n\r\nc")).isEqualTo("1111100");
  }

  @Test
  void aQuoteThatIsEscapedOrACharacterOfCIsNone() {
    assertThat(of(TextSignal.QUOTES, "\"a\\\"b\"")).isEqualTo("111110");
    assertThat(of(TextSignal.QUOTES, "'\"' x")).isEqualTo("00000");
  }

  @Test
  void bracketsAreCountedAndNeverLessThanNone() {
    assertThat(of(TextSignal.PARENTHESES, ")(a(b))c")).isEqualTo("01122100");
    assertThat(of(TextSignal.BRACKETS, "([{x}])")).isEqualTo("1233210");
    assertThat(of(TextSignal.PARENTHESES, "(a\n\nb")).isEqualTo("11100");
  }

  @Test
  void codeDepthOutlivesBlankLinesAndEndsWithTheFunction() {
    assertThat(of(TextSignal.CODE_DEPTH, "f{\n\n{\n}\nx\n}\n")).isEqualTo("011122000000");
  }

  @Test
  void aLineHasPositions() {
    assertThat(of(TextSignal.LINE_POSITION, "ab\nc\n\nd")).isEqualTo("1201001");
  }

  @Test
  void aConditionIsWhatStandsInTheParenthesesOfAnIf() {
    assertThat(of(TextSignal.IF_CONDITION, "if (a(b)) c(d)")).isEqualTo("00011111000000");
    assertThat(of(TextSignal.IF_CONDITION, "xif(a) if(b)")).isEqualTo("000000000110");
    assertThat(of(TextSignal.IF_CONDITION, "if x (a)")).isEqualTo("00000000");
  }

  @Test
  void commentsFormulasAndProofsAreBetweenTheirMarks() {
    assertThat(of(TextSignal.COMMENT, "a/*b*/c")).isEqualTo("0011100");
    assertThat(of(TextSignal.COMMENT, "/*/ */")).isEqualTo("011110");
    assertThat(of(TextSignal.FORMULA, "a $x$ b")).isEqualTo("0011000");
    assertThat(of(TextSignal.FORMULA, "$x\n\ny")).isEqualTo("11100");
    String proof = of(TextSignal.PROOF, "\\begin{proof} x \\end{proof}y");
    assertThat(proof).startsWith("0000000000001").endsWith("100");
  }
}
