package org.unroll.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Don't!                 | do n't !",
        "I can’t, won't; isn't. | i ca n't , wo n't ; is n't .",
        "It's they're I'm we'd  | it 's they 're i 'm we 'd",
        "O'Brien's 1930s films  | o'brien 's 1930s films",
        "Mr. Smith (U.S.) left. | mr. smith ( u.s. ) left .",
        "well-made, 3.5 or 1,000?| well-made , 3.5 or 1,000 ?",
        "slow...but--oh--good!! | slow ... but -- oh -- good ! !",
        "“So” she `` said ''    | \" so \" she \" said \"",
        "so<br /><br>long       | so long",
        "Crème brûlée, ÉTÉ 好吃   | crème brûlée , été 好 吃",
        "10/10 and £5           | 10/10 and £ 5",
        "co-writer/director     | co-writer/director",
      })
  void wordSplitsAsTheTreebankDoes(String text, String words) {
    assertThat(String.join(" ", Tokenizer.WORD.tokenize(text))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "A Dog, runs... through_snow!  | a dog runs through snow",
        "the dog 's tail and dogs' tails | the dog 's tail and dogs tails",
        "It’s a man's T-shirt ; '2 fast' | it's a man's t shirt 2 fast",
        "Crème brûlée, 好吃            | crème brûlée 好 吃",
        " . , ' '' \" - |''",
      })
  void plainWordsHaveNoMarks(String text, String words) {
    assertThat(String.join(" ", Tokenizer.PLAIN.tokenize(text)))
        .isEqualTo(words.equals("''") ? "" : words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "they presume their audience wo n't sit still , however entertainingly presented .",
        "it 's a lot to ask of rock ' n ' roll -- but mr. nelson 's not bad ...",
        "( 1 \\ 2 ) : `"
      })
  void tokenisedTextStaysAsItIs(String text) {
    assertThat(String.join(" ", Tokenizer.WORD.tokenize(text))).isEqualTo(text);
  }

  @Test
  void whitespaceKeepsCaseAndPunctuation() {
    assertThat(Tokenizer.WHITESPACE.tokenize("  Not bad,\u00a0at\tall!\n"))
        .containsExactly("Not", "bad,", "at", "all!");
  }

  @Test
  void charGivesCodePoints() {
    assertThat(Tokenizer.CHAR.tokenize("a \n😀")).containsExactly("a", " ", "\n", "😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void blankTextHasNoWords(String blank) {
    assertThat(Tokenizer.WORD.tokenize(blank)).isEmpty();
    assertThat(Tokenizer.WHITESPACE.tokenize(blank)).isEmpty();
  }

  @Test
  void oddTextsOfAnyLengthAreCut() {
    assertThat(Tokenizer.WORD.tokenize("a-".repeat(20_000))).isNotEmpty();
    assertThat(Tokenizer.WORD.tokenize("x".repeat(100_000))).hasSize(1);
    assertThat(Tokenizer.WORD.tokenize("1,".repeat(20_000))).isNotEmpty();
    assertThat(Tokenizer.WORD.tokenize("a.".repeat(20_000))).isNotEmpty();
  }
}
