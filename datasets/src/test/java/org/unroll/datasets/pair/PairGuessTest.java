package org.unroll.datasets.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.datasets.table.TableLayout;
import org.unroll.datasets.table.TableSketch;

class PairGuessTest {
  @TempDir private Path folder;

  private PairGuess guess(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return PairGuess.of(TableSketch.of(List.of(file)), Optional.empty(), Optional.empty());
  }

  @Test
  void lengthsTellTranslationsFromTheirAuthors() throws IOException {
    PairGuess found =
        guess(
            "fra.txt",
            """
            Go.\tVa !\tCC-BY 2.0 (France) Attribution: tatoeba.org #2877272 (CM)
            We saw the house.\tNous avons vu la maison.\tCC-BY 2.0 (France) Attribution: tatoeba.org #1
            Run!\tCours !\tCC-BY 2.0 (France) Attribution: tatoeba.org #906328 (papabear)
            Nobody knew where he had gone.\tPersonne ne savait où il était.\tCC-BY 2.0 (France)
            """);
    assertThat(found.source().name()).isEqualTo("1");
    assertThat(found.target().name()).isEqualTo("2");
    assertThat(found.doubts()).isEmpty();
  }

  @Test
  void namesTell() throws IOException {
    String rows = "1,note one,Bonjour.,Hello there.\n2,b,Oui.,Yes it is so.\n";
    PairGuess languages = guess("a.csv", "id,note,fr,en\n" + rows);
    assertThat(languages.source().name()).isEqualTo("fr");
    assertThat(languages.target().name()).isEqualTo("en");

    PairGuess roles = guess("b.csv", "id,note,target,source\n" + rows);
    assertThat(roles.source().name()).isEqualTo("source");
    assertThat(roles.target().name()).isEqualTo("target");
  }

  @Test
  void oneColumnIsNoTranslation() {
    assertThatThrownBy(() -> guess("a.csv", "id,text\n1,Hello.\n2,No.\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("expected two columns")
        .hasMessageContaining("2 rows, 2 columns: id, text");
  }

  @Test
  void sentencesAreLookedAt() throws IOException {
    Path from = Files.writeString(folder.resolve("a.zh"), "我喜欢这只猫。\n\n他在家吗?\n");
    Path to = Files.writeString(folder.resolve("a.en"), "i like this cat .\n\nis he at home ?\n");
    PairSketch found = PairSketch.of(Map.of(from, to), TableLayout.TOLD);

    assertThat(found.count()).isEqualTo(2);
    assertThat(found.isSpaceless()).isTrue();
    assertThat(found.isLowerCased()).isTrue();
    assertThat(found.isTokenised()).isFalse(); // "吗?" is not
    assertThat(found.length(1)).isEqualTo(7);
  }
}
