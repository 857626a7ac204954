package org.unroll.datasets.pair;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.data.Split;
import org.unroll.datasets.text.SentencePair;

/**
 * Multi30k, task 1 (Elliott et al. 2016): 29,000 / 1,014 / 1,000 image descriptions in English,
 * German and French, lower-cased, normalised and tokenised by the publishers, as in the tables of
 * published scores. The test part is {@code test_2016_flickr}.
 */
final class Multi30k {
  static final List<String> LANGUAGES = List.of("de", "en", "fr");

  private static final Map<Split, String> FILES =
      Map.of(Split.TRAIN, "train", Split.VALIDATION, "val", Split.TEST, "test_2016_flickr");

  private Multi30k() {}

  static List<SentencePair> read(Path folder, Split split, String from, String to) {
    String name = "tok/" + FILES.get(split) + ".lc.norm.tok.";
    PairTables tables = PairTables.published();
    return tables.lines(folder.resolve(name + from), folder.resolve(name + to)).rows();
  }
}
