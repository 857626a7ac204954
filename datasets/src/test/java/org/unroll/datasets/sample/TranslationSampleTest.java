package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Split;
import org.unroll.datasets.sample.TranslationGrammar.Sentence;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.SentencePair;

class TranslationSampleTest {
  @Test
  void noTestPatternIsTrainedOn() {
    Set<String> trained = new HashSet<>();
    for (Sentence sentence : TranslationSample.sentences(Split.TRAIN, 3_000, 7)) {
      trained.add(sentence.pattern());
    }
    Set<String> tested = new HashSet<>();
    for (Sentence sentence : TranslationSample.sentences(Split.TEST, 300, 7)) {
      tested.add(sentence.pattern());
    }
    assertThat(tested).hasSizeGreaterThan(100).doesNotContainAnyElementsOf(trained);
  }

  @Test
  void everyLengthIsThereAndEverySentenceOnce() {
    List<Sentence> test = TranslationSample.sentences(Split.TEST, 600, 1);
    int[] counts = new int[3];
    Set<List<String>> seen = new HashSet<>();
    for (Sentence sentence : test) {
      int words = sentence.english().size();
      counts[words <= 6 ? 0 : words <= 12 ? 1 : 2]++;
      assertThat(seen.add(sentence.english())).isTrue();
    }
    assertThat(counts).containsOnly(200);
  }

  @Test
  void oneSentenceHasOneTranslationAndTestWordsAreTrainedOn() {
    Splits<SentencePair> splits = TranslationSample.splits(1);
    TreeMap<String, String> translations = new TreeMap<>();
    Set<String> words = new HashSet<>();
    for (SentencePair pair : splits.train()) {
      assertThat(translations.merge(pair.source(), pair.target(), (a, b) -> a.equals(b) ? a : "!"))
          .isNotEqualTo("!");
      words.addAll(List.of(pair.source().split(" ")));
      words.addAll(List.of(pair.target().split(" ")));
    }
    for (SentencePair pair : splits.test()) {
      assertThat(translations).doesNotContainKey(pair.source());
      assertThat(words).contains(pair.source().split(" ")).contains(pair.target().split(" "));
    }
    assertThat(splits.test()).hasSize(900);
    assertThat(TranslationSample.splits(1)).isEqualTo(splits);
  }

  /** Rules of French that no sentence may break. */
  @Test
  void frenchIsSpeltAsFrenchIs() {
    TranslationGrammar grammar = new TranslationGrammar(new Random(3));
    Set<String> met = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      Sentence sentence = grammar.sentence(i % 3);
      String french = " " + String.join(" ", sentence.french()) + " ";
      assertThat(french)
          .doesNotContainPattern(" (le|la|de|que|ne|ma|beau|nouveau|ce) [aeiouéêâh]")
          .doesNotContainPattern("' [^aeiouéêâh]")
          .doesNotContain(" de le ", " de les ", "_", " un chienne ", "pas des ", "pas un ");
      for (String token : List.of("l'", "du", "des", "vieil", "cet", "qu'", "n'", "pas", "où")) {
        if (sentence.french().contains(token)) {
          met.add(token);
        }
      }
      assertThat(" " + String.join(" ", sentence.english()) + " ")
          .doesNotContainPattern(" a [aeiou]")
          .doesNotContainPattern(" an [^aeiou]");
    }
    assertThat(met).hasSize(9);
  }

  @Test
  void agreementReachesOverARelativeClause() {
    TranslationGrammar grammar = new TranslationGrammar(new Random(5));
    int found = 0;
    for (int i = 0; i < 5_000; i++) {
      Sentence sentence = grammar.sentence(1);
      if (sentence.pattern().matches("the-P qui\\([^()]*\\) be \\.")) {
        found++;
        List<String> french = sentence.french();
        assertThat(sentence.english()).contains("that", "are");
        assertThat(french).startsWith("les").contains("qui", "sont");
        assertThat(french.get(french.size() - 2)).as(french.toString()).matches(".*[sx]");
      }
    }
    assertThat(found).isPositive();
  }
}
