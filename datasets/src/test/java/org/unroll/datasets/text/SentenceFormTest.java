package org.unroll.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceFormTest {
  private static final SentenceForm BOTH = new SentenceForm(true, true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "A man sees 3.5 dogs, and a cat.|a man sees 3.5 dogs , and a cat .",
        "It's a woman's black t-shirt!|it 's a woman 's black t-shirt !",
        "He says: “Welcome.” Then (he) goes…|he says : \" welcome . \" then ( he ) goes ...",
        "The U.S. flag. Dogs run.|the u.s. flag . dogs run .",
        "the kids' table; 1,000 of 5 %|the kids ' table ; 1,000 of 5 %",
        "a dog runs .|a dog runs .",
        "a boy on a woman &apos;s shoulders .|a boy on a woman &apos;s shoulders .",
        "no mark|no mark"
      })
  void marksStandApart(String raw, String formed) {
    assertThat(BOTH.of(raw, false)).isEqualTo(formed);
    assertThat(BOTH.of(formed, false)).isEqualTo(formed);
  }

  @Test
  void quotesAreWrittenAsTheNetKnowsThem() {
    assertThat(BOTH.of("A \"kid's\" table & more.", true))
        .isEqualTo("a &quot; kid &apos;s &quot; table &amp; more .");
    assertThat(new SentenceForm(false, false).of("Raw, as it is.", true))
        .isEqualTo("Raw, as it is.");
    assertThat(new SentenceForm(true, false).of("Raw, as it is.", false))
        .isEqualTo("raw, as it is.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a man sees 3.5 dogs , and a cat .|A man sees 3.5 dogs, and a cat.",
        "it &apos;s a woman 's t-shirt !|It's a woman's t-shirt!",
        "he says : &quot; welcome . &quot;|He says: \"welcome.\"",
        "l' homme ( et le chien ) court ...|L'homme (et le chien) court...",
        "walt disney &apos; s film . a dog|Walt disney's film. A dog",
        "été|Été",
        "|~~"
      })
  void wordsBecomeProperSentences(String words, String sentence) {
    assertThat(ProperSentence.of(words == null ? "" : words)).isEqualTo(sentence);
  }
}
