package org.unroll.datasets.pair;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.yaml.NearestName;
import org.unroll.datasets.catalog.DataFolder;
import org.unroll.datasets.catalog.DataStore;
import org.unroll.datasets.labelled.TextFiles;
import org.unroll.datasets.sample.TranslationSample;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.SentencePair;

/** From {@code data.source} to sentence pairs: generated, catalogued, the user's files. */
public final class PairSources {
  /** The sample's own seed: runs with other seeds are to be compared on the same sentences. */
  private static final long SAMPLE_SEED = 1;

  private static final String SAMPLE = "sample";
  private static final String MULTI30K = "multi30k";
  private static final String TATOEBA = "tatoeba";

  private PairSources() {}

  static boolean hasLanguages(String source) {
    return source.equals(MULTI30K) || source.equals(TATOEBA);
  }

  static boolean isTokenised(String source) {
    return source.equals(MULTI30K) || source.equals(SAMPLE);
  }

  /**
   * @throws UserError if there is no such source, or it lacks the languages
   */
  public static Source<List<SentencePair>> open(PairData data, DataAccess access) {
    if (data.source().isEmpty()) {
      return OwnPairs.ofThree(data, access);
    }
    String source = data.source().get();
    if (Source.isPath(source)) {
      return OwnPairs.cutFromOne(data, access);
    }
    return switch (source) {
      case SAMPLE -> new InMemorySource<>(TranslationSample.splits(SAMPLE_SEED)::part, Map.of());
      case MULTI30K -> multi30k(data, access);
      case TATOEBA -> tatoeba(data, access);
      default -> throw unknown(source);
    };
  }

  private static Source<List<SentencePair>> multi30k(PairData data, DataAccess access) {
    String from = language("data.from", data.from(), "de", Multi30k.LANGUAGES);
    String to = language("data.to", data.to(), "en", Multi30k.LANGUAGES);
    requireTwo(from, to);
    DataFolder folder = DataStore.open(access).fetch(MULTI30K);
    return new Source<>() {
      @Override
      public List<SentencePair> read(Split split) {
        return Multi30k.read(folder.path(), split, from, to);
      }

      @Override
      public Map<String, String> digests() {
        return folder.digests();
      }
    };
  }

  private static Source<List<SentencePair>> tatoeba(PairData data, DataAccess access) {
    String from = language("data.from", data.from(), "en", Tatoeba.LANGUAGES);
    String to = language("data.to", data.to(), "fr", Tatoeba.LANGUAGES);
    requireTwo(from, to);
    DataFolder folder = DataStore.open(access).fetch(TATOEBA);
    Splits<SentencePair> splits = Tatoeba.read(folder.path(), from.equals("en"));
    return new InMemorySource<>(splits::part, folder.digests());
  }

  private static String language(
      String key, Optional<String> wanted, String otherwise, List<String> known) {
    String language = wanted.orElse(otherwise);
    if (!known.contains(language)) {
      throw new UserError(
          "%s: no sentences in '%s'; expected one of %s"
              .formatted(key, language, String.join(", ", known)));
    }
    return language;
  }

  private static void requireTwo(String from, String to) {
    if (from.equals(to)) {
      throw new UserError("data.from and data.to are both '" + from + "'; name two languages");
    }
  }

  private static UserError unknown(String source) {
    List<String> names = List.of(MULTI30K, SAMPLE, TATOEBA);
    String near =
        NearestName.of(source, names).map(known -> "; did you mean " + known + "?").orElse(".");
    return new UserError(
        "data.source: no sentence pairs called '%s'%s Expected %s, or a file that ends in .tsv, .csv or .jsonl."
            .formatted(source, near, String.join(", ", names)));
  }

  /** A file of pairs beside the config's own data, a table read as that is. */
  public static List<SentencePair> readPairs(PairData data, Path file, DataAccess access) {
    return TextFiles.reported(tables(data).table(file), file, access);
  }

  /** The sentences of a file, to be translated: of a table, or a line each. */
  public static List<String> readSentences(PairData data, Path file, DataAccess access) {
    return TextFiles.reported(tables(data).sentences(file), file, access);
  }

  static PairTables tables(PairData data) {
    return new PairTables(data.columns(), data.transform(), data.maxBadRows());
  }
}
