package org.unroll.datasets.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.catalog.Catalog;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.TableFiles;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.table.TextSplit;
import org.unroll.datasets.table.UserTables;
import org.unroll.datasets.text.Kept;
import org.unroll.datasets.text.LabelledText;

class TextSourcesTest {
  private static TextSources sources(String source) {
    TableFiles files =
        new TableFiles(
            Optional.of(List.of(source)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TableLayout.TOLD,
            Optional.empty(),
            0.01);
    TextSplit split = new TextSplit(TextSplit.By.RANDOM, List.of(0.8, 0.1, 0.1));
    UserTables tables = new UserTables(files, Optional.of(split), Optional.empty(), 64, true);
    TextColumns columns = new TextColumns("text", "label");
    LabelsConfig labels = new LabelsConfig("|", 0.5);
    TextData data = new TextData(tables, columns, Optional.empty(), labels, true, 60, Kept.START);
    return new TextSources(data, false, new DataAccess(true, notice -> {}));
  }

  private static Source<List<LabelledText>> open(String source) {
    return sources(source).open();
  }

  @Test
  void theSampleNeedsNothing() {
    assertThat(open("sample").read(Split.TRAIN)).isNotEmpty();
    assertThat(open("sample").digests()).isEmpty();
  }

  @Test
  void unknownNamesAreUserErrors() {
    assertThatThrownBy(() -> open("imbd"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "data.source: no texts called 'imbd'; did you mean imdb? Expected imdb, sst2, sample,"
                + " or a file that ends in .csv, .tsv or .jsonl.");
    assertThatThrownBy(() -> open("multi30k"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it is in the catalogue, but holds no texts to classify. Expected");
  }

  /** A name without a slash too. */
  @Test
  void aFileMayBePacked() {
    for (String ending : List.of("csv", "tsv.gz", "jsonl", "jsonl.gz", "txt.gz")) {
      assertThatThrownBy(() -> open("reviews." + ending))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("reviews." + ending + ": there is no such file");
    }
  }

  @Test
  void everyNamedSourceIsInTheCatalogue() {
    assertThat(sources("sample").all().names())
        .contains("imdb", "sst2", "sample")
        .allMatch(name -> name.equals("sample") || Catalog.bundled().contains(name));
  }
}
