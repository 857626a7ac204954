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
import org.unroll.datasets.text.Kept;
import org.unroll.datasets.text.LabelledText;

class TextSourcesTest {
  private static Source<List<LabelledText>> open(String source) {
    TextData data =
        new TextData(
            Optional.of(source),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TextColumns("text", "label"),
            true,
            Optional.empty(),
            0.01,
            64,
            60,
            Kept.START,
            true);
    return TextSources.open(data, new DataAccess(true, notice -> {}));
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

  @Test
  void everyNamedSourceIsInTheCatalogue() {
    assertThat(CataloguedTexts.names()).allMatch(Catalog.bundled()::contains);
  }
}
