package org.unroll.datasets.labelled;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.catalog.Digest;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.RandomSplit;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.TextSplit;
import org.unroll.datasets.table.UserFiles;
import org.unroll.datasets.text.LabelledText;

/** The user's own files: one for each part. Not thread-safe. */
public final class TextFiles implements Source<List<LabelledText>> {
  private final TextData data;
  private final DataAccess access;
  private final UserFiles<String> files;

  private TextFiles(TextData data, DataAccess access) {
    this.data = data;
    this.access = access;
    this.files = new UserFiles<>(data.train(), data.validation(), data.test());
  }

  /** {@code data: {train: …, validation: …, test: …}}; a file is read when it is asked for. */
  static Source<List<LabelledText>> ofThree(TextData data, DataAccess access) {
    return new TextFiles(data, access);
  }

  /** {@code data: {source: …, split: …}}. */
  static Source<List<LabelledText>> cutFromOne(TextData data, DataAccess access) {
    Path file = PlainTextFile.path("data.source", data.source().orElseThrow());
    TextSplit split = TextSplit.required(data.split());
    List<LabelledText> texts = TextSources.readLabelled(data, file, access);
    Splits<LabelledText> splits =
        new RandomSplit(split.fractions(), 0).cut(texts, LabelledText::text);
    return new InMemorySource<>(splits::part, Map.of(file.toString(), Digest.sha256(file)));
  }

  @Override
  public List<LabelledText> read(Split split) {
    Path file = files.digested("data." + split.key(), files.of(split));
    return TextSources.readLabelled(data, file, access);
  }

  @Override
  public Map<String, String> digests() {
    return files.digests();
  }

  public static <T> List<T> reported(TableRows<T> rows, Path file, DataAccess access) {
    rows.notices().forEach(access.notices());
    if (!rows.bad().isEmpty()) {
      access.notices().accept(file + ": " + rows.badRows());
    }
    return rows.rows();
  }
}
