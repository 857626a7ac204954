package org.unroll.datasets.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unroll.core.app.DataAccess;
import org.unroll.core.app.Split;
import org.unroll.core.config.UserError;
import org.unroll.datasets.catalog.Digest;

/** The user's own files: one for each part. Not thread-safe. */
final class TextFiles implements TextSource {
  private final TextData data;
  private final DataAccess access;
  private final Map<String, String> digests = new TreeMap<>();

  private TextFiles(TextData data, DataAccess access) {
    this.data = data;
    this.access = access;
  }

  /** {@code data: {train: …, validation: …, test: …}}; a file is read when it is asked for. */
  static TextSource ofThree(TextData data, DataAccess access) {
    return new TextFiles(data, access);
  }

  /** {@code data: {source: …, split: …}}. */
  static TextSource cutFromOne(TextData data, DataAccess access) {
    Path file = PlainTextFile.path("data.source", data.source().orElseThrow());
    TextSplit split =
        data.split()
            .orElseThrow(
                () ->
                    new UserError(
                        "data.source is one file: add data.split, such as split: {by: random, fractions: [0.8, 0.1, 0.1]}, or give data.train, data.validation and data.test instead"));
    List<LabelledText> texts = TextSources.readLabelled(data, file, access);
    return new KnownTexts(
        new RandomSplit(split.fractions(), 0).cut(texts),
        Map.of(file.toString(), Digest.sha256(file)));
  }

  @Override
  public List<LabelledText> read(Split split) {
    String value = path(split).orElseThrow(() -> missing(split));
    Path file = PlainTextFile.path("data." + split.key(), value);
    List<LabelledText> texts = TextSources.readLabelled(data, file, access);
    digests.put(file.toString(), Digest.sha256(file));
    return texts;
  }

  private Optional<String> path(Split split) {
    return switch (split) {
      case TRAIN -> data.train();
      case VALIDATION -> data.validation();
      case TEST -> data.test();
    };
  }

  private static UserError missing(Split split) {
    return new UserError(
        "there is no data." + split.key() + ": name a file, or leave out what needs it (--test)");
  }

  @Override
  public Map<String, String> digests() {
    return Map.copyOf(digests);
  }

  static <T> List<T> reported(TextRows<T> rows, Path file, DataAccess access) {
    if (!rows.bad().isEmpty()) {
      access.notices().accept(file + ": " + rows.badRows());
    }
    return rows.rows();
  }
}
