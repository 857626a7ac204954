package org.unroll.datasets.text;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.app.DataAccess;
import org.unroll.core.app.Split;
import org.unroll.core.config.UserError;
import org.unroll.datasets.catalog.Digest;

/** The user's own files: three parts each of one table or two files, or one table to be cut. */
final class OwnPairs implements PairSource {
  private final PairData data;
  private final DataAccess access;
  private final Map<String, String> digests = new LinkedHashMap<>();

  private OwnPairs(PairData data, DataAccess access) {
    this.data = data;
    this.access = access;
  }

  /** {@code data: {train: …, validation: …, test: …}}; files are read when asked for. */
  static PairSource ofThree(PairData data, DataAccess access) {
    return new OwnPairs(data, access);
  }

  /** {@code data: {source: …, split: …}}. */
  static PairSource cutFromOne(PairData data, DataAccess access) {
    Path file = PlainTextFile.path("data.source", data.source().orElseThrow());
    TextSplit split =
        data.split()
            .orElseThrow(
                () ->
                    new UserError(
                        "data.source is one file: add data.split, such as split: {by: random,"
                            + " fractions: [0.8, 0.1, 0.1]}, or give data.train, data.validation"
                            + " and data.test instead"));
    List<SentencePair> pairs =
        TextFiles.reported(PairSources.tables(data).table(file), file, access);
    PairSplits splits = new RandomSplit(split.fractions(), 0).cutPairs(pairs);
    return new KnownPairs(splits, Map.of(file.toString(), Digest.sha256(file)));
  }

  @Override
  public List<SentencePair> read(Split split) {
    String key = "data." + split.key();
    PairFiles files = files(split).orElseThrow(() -> missing(key));
    PairTables tables = PairSources.tables(data);
    if (files.table().isPresent()) {
      Path table = digested(key + ".table", files.table().get());
      return TextFiles.reported(tables.table(table), table, access);
    }
    Path source = digested(key + ".source", files.source().orElseThrow(() -> half(key)));
    Path target = digested(key + ".target", files.target().orElseThrow(() -> half(key)));
    return TextFiles.reported(tables.lines(source, target), source, access);
  }

  private Optional<PairFiles> files(Split split) {
    return switch (split) {
      case TRAIN -> data.train();
      case VALIDATION -> data.validation();
      case TEST -> data.test();
    };
  }

  private Path digested(String key, String value) {
    Path file = PlainTextFile.path(key, value);
    PlainTextFile.require(file);
    digests.put(file.toString(), Digest.sha256(file));
    return file;
  }

  private static UserError missing(String key) {
    return new UserError(
        "there is no " + key + ": name its files, or leave out what needs it (--test)");
  }

  private static UserError half(String key) {
    return new UserError(key + ": expected table, or both source and target");
  }

  @Override
  public Map<String, String> digests() {
    return Map.copyOf(digests);
  }
}
