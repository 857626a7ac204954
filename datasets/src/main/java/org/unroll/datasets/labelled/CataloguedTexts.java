package org.unroll.datasets.labelled;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.LabelledText;

/**
 * The data sets of the catalogue that hold labelled texts. To add one: a YAML file in the
 * catalogue, and a line here that says how to read it.
 */
final class CataloguedTexts {
  private interface Reader {
    Splits<LabelledText> read(Path folder, TextData data);
  }

  private static final Map<String, Reader> READERS =
      Map.of(
          "imdb", (folder, data) -> Imdb.splits(folder),
          "sst2", (folder, data) -> Treebank.sst2(folder, data.phrases()));

  private CataloguedTexts() {}

  /** Names of the data sets, sorted. */
  static Set<String> names() {
    return new TreeMap<>(READERS).keySet();
  }

  /**
   * @param name one of {@link #names()}
   * @param folder with the data set's files, in any layout of the catalogue
   */
  static Splits<LabelledText> read(String name, Path folder, TextData data) {
    return READERS.get(name).read(folder, data);
  }
}
