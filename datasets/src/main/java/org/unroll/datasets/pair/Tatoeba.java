package org.unroll.datasets.pair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.RandomSplit;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.SentencePair;

/**
 * English–French sentence pairs of the Tatoeba project as manythings.org selects them, a pair a
 * line. Many English sentences have several translations, so 2 % of the English sentences, with all
 * their translations, validate and 2 % test. No-break spaces, which French puts before some marks,
 * become plain ones.
 */
final class Tatoeba {
  static final List<String> LANGUAGES = List.of("en", "fr");

  /** Runs with other seeds are to be compared on the same sentences. */
  private static final long SPLIT_SEED = 1;

  private Tatoeba() {}

  static Splits<SentencePair> read(Path folder, boolean fromEnglish) {
    PairTables tables = PairTables.published();
    List<SentencePair> english = new ArrayList<>();
    for (SentencePair pair : tables.tabbed(folder.resolve("fra.txt")).rows()) {
      english.add(new SentencePair(plain(pair.source()), plain(pair.target()), pair.origin()));
    }
    Splits<SentencePair> splits =
        new RandomSplit(List.of(0.96, 0.02, 0.02), SPLIT_SEED).cut(english, SentencePair::source);
    if (fromEnglish) {
      return splits;
    }
    return new Splits<>(turned(splits.train()), turned(splits.validation()), turned(splits.test()))
        .withoutInTrain(SentencePair::source, Split.VALIDATION, Split.TEST);
  }

  private static String plain(String text) {
    return text.replace('\u00A0', ' ').replace('\u202F', ' ').strip();
  }

  private static List<SentencePair> turned(List<SentencePair> pairs) {
    return pairs.stream()
        .map(pair -> new SentencePair(pair.target(), pair.source(), pair.origin()))
        .toList();
  }
}
