package org.unroll.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptionWordsTest {
  @Test
  void wordsAreLowerCasedLettersDigitsAndApostrophes() {
    assertThat(CaptionWords.of("A man's T-shirt , number 23 ."))
        .containsExactly("a", "man's", "t", "shirt", "number", "23");
    assertThat(CaptionWords.of("a dog 's ball")).containsExactly("a", "dog", "'s", "ball");
    assertThat(CaptionWords.of("It’s Größe_3")).containsExactly("it's", "größe", "3");
  }

  @Test
  void lettersMayBeMadeOfSeveralCodePoints() {
    assertThat(CaptionWords.of("cafe\u0301 \uD835\uDC9C")).hasSize(2).contains("cafe\u0301");
  }

  @Test
  void marksAloneAreNoWords() {
    assertThat(CaptionWords.of(" . ' '' , – \" ")).isEmpty();
    assertThat(CaptionWords.of("")).isEmpty();
  }

  @Test
  void hanCharactersStandOneByOne() {
    assertThat(CaptionWords.of("一只dog跑")).containsExactly("一", "只", "dog", "跑");
  }

  @Test
  void aLongRunNeedsNoStack() {
    assertThat(CaptionWords.of("a'".repeat(200_000))).hasSize(1);
  }
}
