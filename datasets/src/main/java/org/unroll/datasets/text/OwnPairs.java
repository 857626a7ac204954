package org.unroll.datasets.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.DataAccess;
import org.unroll.core.app.Split;
import org.unroll.core.config.UserError;
import org.unroll.datasets.catalog.Digest;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.RandomSplit;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Splits;

/** The user's own files: three parts each of one table or two files, or one table to be cut. */
final class OwnPairs implements Source<List<SentencePair>> {
  private final PairData data;
  private final DataAccess access;
  private final OwnFiles<PairFiles> files;

  private OwnPairs(PairData data, DataAccess access) {
    this.data = data;
    this.access = access;
    this.files = new OwnFiles<>(data.train(), data.validation(), data.test());
  }

  /** {@code data: {train: …, validation: …, test: …}}; files are read when asked for. */
  static Source<List<SentencePair>> ofThree(PairData data, DataAccess access) {
    return new OwnPairs(data, access);
  }

  /** {@code data: {source: …, split: …}}. */
  static Source<List<SentencePair>> cutFromOne(PairData data, DataAccess access) {
    Path file = PlainTextFile.path("data.source", data.source().orElseThrow());
    TextSplit split = TextSplit.required(data.split());
    List<SentencePair> pairs =
        TextFiles.reported(PairSources.tables(data).table(file), file, access);
    Splits<SentencePair> splits =
        new RandomSplit(split.fractions(), 0).cut(pairs, SentencePair::source);
    return new InMemorySource<>(splits::part, Map.of(file.toString(), Digest.sha256(file)));
  }

  @Override
  public List<SentencePair> read(Split split) {
    String key = "data." + split.key();
    PairFiles named = files.of(split);
    PairTables tables = PairSources.tables(data);
    if (named.table().isPresent()) {
      Path table = files.digested(key + ".table", named.table().get());
      return TextFiles.reported(tables.table(table), table, access);
    }
    Path source = files.digested(key + ".source", named.source().orElseThrow(() -> half(key)));
    Path target = files.digested(key + ".target", named.target().orElseThrow(() -> half(key)));
    return TextFiles.reported(tables.lines(source, target), source, access);
  }

  private static UserError half(String key) {
    return new UserError(key + ": expected table, or both source and target");
  }

  @Override
  public Map<String, String> digests() {
    return files.digests();
  }
}
