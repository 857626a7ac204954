package org.unroll.datasets.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.Tokenizer;

/** Runs if UNROLL_MIRROR is a folder that holds imdb. */
class ImdbIT {
  private static final Path FOLDER =
      Path.of(System.getenv().getOrDefault("UNROLL_MIRROR", "")).resolve("imdb");

  @Test
  void countsAreThePublishedOnes() {
    assumeTrue(Files.isDirectory(FOLDER), "UNROLL_MIRROR has no imdb");
    Splits<LabelledText> splits = Imdb.splits(FOLDER);
    assertThat(splits.test().size()).isEqualTo(25_000);
    assertThat(splits.train().size() + splits.validation().size()).isEqualTo(25_000 - 123);
    assertThat(splits.validation().size()).isEqualTo(2_431); // a tenth by hash
    for (LabelledText text : splits.validation().subList(0, 100)) {
      assertThat(Tokenizer.WORD.tokenize(text.text())).doesNotContain("<", "br", "/>");
    }
  }
}
