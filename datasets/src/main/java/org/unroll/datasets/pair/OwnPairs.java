package org.unroll.datasets.pair;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.catalog.Digest;
import org.unroll.datasets.labelled.TextFiles;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.RandomSplit;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.table.TextSplit;
import org.unroll.datasets.table.UserFiles;
import org.unroll.datasets.text.SentencePair;

/** The user's own files: three parts each of one table or two files, or one table to be cut. */
final class OwnPairs implements Source<List<SentencePair>> {
  private final PairData data;
  private final DataAccess access;
  private final UserFiles<PairFiles> files;

  private OwnPairs(PairData data, DataAccess access) {
    this.data = data;
    this.access = access;
    this.files = new UserFiles<>(data.train(), data.validation(), data.test());
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
