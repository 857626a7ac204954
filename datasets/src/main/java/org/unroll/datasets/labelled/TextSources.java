package org.unroll.datasets.labelled;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.yaml.NearestName;
import org.unroll.datasets.catalog.Catalog;
import org.unroll.datasets.catalog.DataFolder;
import org.unroll.datasets.catalog.DataStore;
import org.unroll.datasets.sample.SentimentSample;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.InputText;
import org.unroll.datasets.text.LabelledText;

/** From {@code data.source} to texts: generated ones, a catalogued data set, the user's files. */
public final class TextSources {
  /** The sample's own seed: runs with other seeds are to be compared on the same texts. */
  private static final long SAMPLE_SEED = 1;

  private static final String SAMPLE = "sample";

  private TextSources() {}

  /**
   * @throws UserError if there is no such source
   */
  public static Source<List<LabelledText>> open(TextData data, DataAccess access) {
    if (data.source().isEmpty()) {
      return TextFiles.ofThree(data, access);
    }
    String source = data.source().get();
    if (Source.isPath(source)) {
      return TextFiles.cutFromOne(data, access);
    }
    if (source.equals(SAMPLE)) {
      return new InMemorySource<>(SentimentSample.splits(SAMPLE_SEED)::part, Map.of());
    }
    if (CataloguedTexts.names().contains(source)) {
      DataFolder folder = DataStore.open(access).fetch(source);
      Splits<LabelledText> splits = CataloguedTexts.read(source, folder.path(), data);
      return new InMemorySource<>(splits::part, folder.digests());
    }
    throw unknown(source);
  }

  private static UserError unknown(String source) {
    List<String> names = new ArrayList<>(CataloguedTexts.names());
    names.add(SAMPLE);
    String near =
        NearestName.of(source, names).map(known -> "; did you mean " + known + "?").orElse("");
    String known =
        Catalog.bundled().contains(source)
            ? "; it is in the catalogue, but holds no texts to classify"
            : near;
    return new UserError(
        "data.source: no texts called '%s'%s Expected %s, or a file that ends in .csv, .tsv or .jsonl."
            .formatted(
                source, known.endsWith("?") ? known : known + ".", String.join(", ", names)));
  }

  /** A labelled file beside the config's own data, read as that is. */
  public static List<LabelledText> readLabelled(TextData data, Path file, DataAccess access) {
    return TextFiles.reported(tables(data).labelled(file), file, access);
  }

  /** A file of texts to classify. */
  public static List<InputText> readUnlabelled(TextData data, Path file, DataAccess access) {
    return TextFiles.reported(tables(data).inputs(file), file, access);
  }

  static TextTables tables(TextData data) {
    return new TextTables(data.columns(), data.transform(), data.maxBadRows());
  }
}
