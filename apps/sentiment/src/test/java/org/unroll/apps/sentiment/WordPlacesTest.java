package org.unroll.apps.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unroll.datasets.labelled.Occlusion;
import org.unroll.datasets.text.Kept;
import org.unroll.datasets.text.TextEncoder;
import org.unroll.datasets.text.TextInput;
import org.unroll.datasets.text.Tokenizer;
import org.unroll.datasets.text.Vocabulary;

class WordPlacesTest {
  private static List<Occlusion.Without<TextInput>> without(
      String text, Tokenizer tokenizer, int most) {
    Vocabulary words = Vocabulary.fit(List.of(List.of("a")), 1, OptionalInt.empty());
    return WordPlaces.without(
        new TextInput(text), new TextEncoder(tokenizer, words, most, Kept.END));
  }

  @Test
  void eachWordIsLeftOutAsItStandsInTheText() {
    assertThat(without("Isn't GOOD!", Tokenizer.WORD, 60))
        .extracting(each -> Map.entry(each.word(), each.input().text()))
        .containsExactly(
            Map.entry("Is", " n't GOOD!"),
            Map.entry("n't", "Is  GOOD!"),
            Map.entry("GOOD", "Isn't  !"),
            Map.entry("!", "Isn't GOOD "));
  }

  @Test
  void theSecondOfTwoEqualWordsIsAnotherPlace() {
    assertThat(without("so so", Tokenizer.WORD, 60))
        .extracting(each -> each.input().text())
        .containsExactly("  so", "so  ");
  }

  @Test
  void whatTheNetDoesNotReadIsNotAsked() {
    assertThat(without("so good so bad", Tokenizer.WORD, 2))
        .extracting(Occlusion.Without::word)
        .containsExactly("so", "bad");
    assertThat(without("so good", Tokenizer.CHAR, 60)).isEmpty();
  }

  /** A quotation mark that the tokenizer wrote in another way is passed over. */
  @Test
  void aWordThatTheTextDoesNotHaveIsLeftAlone() {
    assertThat(without("“good” film", Tokenizer.WORD, 60))
        .extracting(Occlusion.Without::word)
        .containsExactly("good", "film");
  }
}
