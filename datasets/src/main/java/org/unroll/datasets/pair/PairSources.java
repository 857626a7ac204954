package org.unroll.datasets.pair;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.app.AskedRow;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.catalog.DataFolder;
import org.unroll.datasets.sample.TranslationSample;
import org.unroll.datasets.table.FilePattern;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Sources;
import org.unroll.datasets.table.TextSplit;
import org.unroll.datasets.table.UserFiles;
import org.unroll.datasets.text.SentencePair;
import org.unroll.datasets.text.TextInput;

/** From {@code data.source} to sentence pairs: generated, catalogued, the user's files. */
public record PairSources(PairData data, DataAccess access) {
  /** The sample's own seed: runs with other seeds are to be compared on the same sentences. */
  private static final long SAMPLE_SEED = 1;

  private static final String MULTI30K = "multi30k";
  private static final String TATOEBA = "tatoeba";

  /** Of the data sets that have several; the first two are those meant if none is named. */
  static final Map<String, List<String>> LANGUAGES =
      Map.of(MULTI30K, Multi30k.LANGUAGES, TATOEBA, Tatoeba.LANGUAGES);

  static boolean isTokenised(String source) {
    return source.equals(MULTI30K) || source.equals("sample");
  }

  private Sources<List<SentencePair>> all() {
    return new Sources<List<SentencePair>>(
            "sentence pairs", "sentence pairs", ".tsv, .csv or .jsonl", access)
        .catalogued(MULTI30K, this::multi30k)
        .sample(() -> InMemorySource.generated(TranslationSample.splits(SAMPLE_SEED)))
        .catalogued(TATOEBA, this::tatoeba);
  }

  /**
   * @throws UserError if there is no such source
   */
  public Source<List<SentencePair>> open() {
    return all().open(data, this::cut, () -> new UserFiles<>(data, this::part, this::head));
  }

  private Source<List<SentencePair>> cut(List<Path> sources) {
    if (data.target().isEmpty()) {
      return TextSplit.cut(sources, data.split(), this::own, SentencePair::source);
    }
    Map<Path, Path> pairs = new LinkedHashMap<>();
    List<Path> targets = FilePattern.files("data.target", data.target().get());
    for (int i = 0; i < sources.size(); i++) {
      pairs.put(sources.get(i), targets.get(i));
    }
    return TextSplit.cut(pairs, data.split(), this::lines, SentencePair::source);
  }

  private List<SentencePair> lines(Path source, Path target) {
    return tables().lines(source, target).reported(source, access);
  }

  /**
   * The same, the training pairs cleaned.
   *
   * @throws UserError when they are read, if none is left
   */
  public Source<List<SentencePair>> cleaned() {
    return open().map((split, pairs) -> split == Split.TRAIN ? clean(pairs) : pairs);
  }

  private List<SentencePair> clean(List<SentencePair> pairs) {
    PairCleaning.Cleaned cleaned = data.clean().clean(pairs);
    if (!cleaned.dropped().isEmpty()) {
      access.notices().accept("train: " + cleaned.dropped());
    }
    if (cleaned.pairs().isEmpty()) {
      throw new UserError("data.clean leaves no training pair: " + cleaned.dropped());
    }
    return cleaned.pairs();
  }

  private List<SentencePair> part(String key, PairFiles named, UserFiles.Opened opened) {
    if (named.table().isPresent()) {
      return TextSplit.all(opened.paths(key + ".table", named.table().get()), this::own);
    }
    Path source = opened.path(key + ".source", named.source().orElseThrow(() -> half(key)));
    Path target = opened.path(key + ".target", named.target().orElseThrow(() -> half(key)));
    return lines(source, target);
  }

  /** The same, of which the beginning alone is looked at. */
  private void head(String key, PairFiles named, UserFiles.Opened opened) {
    List<String> wanted = List.of(data.columns().source(), data.columns().target());
    opened
        .paths(key + ".table", named.table().orElse(List.of()))
        .forEach(file -> data.tables().head(file, wanted));
    named.source().map(file -> opened.path(key, file)).ifPresent(PlainTextFile::requireThere);
    named.target().map(file -> opened.path(key, file)).ifPresent(PlainTextFile::requireThere);
  }

  private static UserError half(String key) {
    return new UserError(key + ": expected table, or both source and target");
  }

  private Source<List<SentencePair>> multi30k(DataFolder folder) {
    String from = data.fromLanguage();
    String to = data.toLanguage();
    return new InMemorySource<>(
        split -> Multi30k.read(folder.path(), split, from, to), folder.digests());
  }

  private Source<List<SentencePair>> tatoeba(DataFolder folder) {
    return InMemorySource.of(Tatoeba.read(folder.path(), data.fromLanguage().equals("en")), folder);
  }

  /** The pairs of a table of the config's. */
  private List<SentencePair> own(Path file) {
    return tables().table(file).reported(file, access);
  }

  /** The pairs of a table beside the config's own data, read as those are. */
  public List<SentencePair> pairs(Path file) {
    return given().table(file).reported(file, access);
  }

  /** The sentences of a file, to be translated: of a table, or a line each. */
  public List<AskedRow<TextInput>> sentences(Path file) {
    return given().sentences(file, access);
  }

  private PairTables tables() {
    return new PairTables(data.columns(), data.tables());
  }

  private PairTables given() {
    return new PairTables(
        data.columns(), data.tables().renamed(access.columns(), data.columns().roles()));
  }
}
