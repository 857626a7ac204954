package org.unroll.datasets.labelled;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.app.AskedRow;
import org.unroll.core.data.DataAccess;
import org.unroll.datasets.sample.SentimentSample;
import org.unroll.datasets.table.AskedRows;
import org.unroll.datasets.table.CellForm;
import org.unroll.datasets.table.FilePattern;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Sources;
import org.unroll.datasets.table.TableFormat;
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

  private static final CellForm<LabelledText> TEXTS =
      new CellForm<>(
          (cells, origin) -> new LabelledText(cells.get(0), cells.get(1), origin),
          each -> List.of(each.text(), each.label()),
          LabelledText::origin);

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
    return data.files().open(all(), this::own, LabelledText::text, this::head);
  }

  private List<LabelledText> own(Path place) {
    Tables tables = data.files().tables();
    return classOf(place)
        .map(label -> new ClassFiles(tables, data.columns().text(), access).of(place, label))
        .orElseGet(() -> labelled(place, tables));
  }

  private void head(Path place) {
    if (Files.isDirectory(place) || classOf(place).isPresent()) {
      PlainTextFile.requireThere(place);
    } else {
      List<String> wanted = List.of(data.columns().text(), data.columns().label());
      data.files().tables().head(place, wanted);
    }
  }

  /** That of all texts of a file, if the config says so. */
  private Optional<String> classOf(Path place) {
    List<String> classes = data.classes().orElse(List.of());
    List<List<String>> named = data.files().files().named();
    for (int i = 0; i < classes.size(); i++) {
      for (List<String> names : named) {
        if (i < names.size() && FilePattern.means(names.get(i), place)) {
          return Optional.of(classes.get(i));
        }
      }
    }
    return Optional.empty();
  }

  /** The labelled texts of a file beside the config's own data, read as that is. */
  public List<LabelledText> labelled(Path file) {
    return labelled(file, given());
  }

  private Tables given() {
    return data.files().tables().renamed(access.columns(), data.columns().roles());
  }

  private List<LabelledText> labelled(Path file, Tables tables) {
    if (Files.isDirectory(file)) {
      return new ClassFiles(tables, data.columns().text(), access).folder(file);
    }
    String text = data.columns().text();
    String label = data.columns().label();
    return (several
            ? tables.read(file, List.of(text), List.of(label), TEXTS)
            : tables.read(file, List.of(text, label), TEXTS))
        .reported(file, access);
  }

  /** The texts of a table, or of a {@code .txt} a text a line; classes are not needed. */
  public List<AskedRow<TextInput>> unlabelled(Path file) {
    Tables tables = given();
    AskedRows rows = new AskedRows(tables, access);
    return TableFormat.isText(file) && tables.layout().isLines(file)
        ? rows.lines(file, false, TextInput::new)
        : rows.table(file, data.columns().text(), TextInput::new);
  }
}
