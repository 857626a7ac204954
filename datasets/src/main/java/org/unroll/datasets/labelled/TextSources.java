package org.unroll.datasets.labelled;

import java.nio.file.Path;
import java.util.List;
import org.unroll.core.data.DataAccess;
import org.unroll.datasets.sample.SentimentSample;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Sources;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.TextInput;

/**
 * From {@code data.source} to texts: generated ones, a catalogued data set, the user's files.
 *
 * @param several whether a text may have any number of labels, and so none
 */
public record TextSources(TextData data, boolean several, DataAccess access) {
  /** The sample's own seed: runs with other seeds are to be compared on the same texts. */
  private static final long SAMPLE_SEED = 1;

  /** To add a data set: a YAML file in the catalogue, and a line here that says how to read it. */
  Sources<List<LabelledText>> all() {
    return new Sources<List<LabelledText>>(
            "texts", "texts to classify", ".csv, .tsv or .jsonl", access)
        .catalogued("imdb", folder -> InMemorySource.of(Imdb.splits(folder.path()), folder))
        .catalogued(
            "sst2",
            folder -> InMemorySource.of(Treebank.sst2(folder.path(), data.phrases()), folder))
        .sample(() -> InMemorySource.generated(SentimentSample.splits(SAMPLE_SEED)));
  }

  /**
   * @throws org.unroll.core.UserError if there is no such source
   */
  public Source<List<LabelledText>> open() {
    return data.files().open(all(), this::labelled, LabelledText::text);
  }

  /** The labelled texts of a file, read as the config's own data. */
  public List<LabelledText> labelled(Path file) {
    Tables tables = data.files().tables();
    Tables.RowMaker<LabelledText> maker =
        (cells, origin) -> new LabelledText(cells.get(0), cells.get(1), origin);
    String text = data.columns().text();
    String label = data.columns().label();
    return (several
            ? tables.read(file, List.of(text), List.of(label), maker)
            : tables.read(file, List.of(text, label), maker))
        .reported(file, access);
  }

  /** The texts of a file; a column of classes is not needed. */
  public List<TextInput> unlabelled(Path file) {
    return data.files()
        .tables()
        .read(file, List.of(data.columns().text()), (cells, origin) -> new TextInput(cells.get(0)))
        .reported(file, access);
  }
}
