package org.unroll.datasets.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

class VocabularyTest {
  private static final List<List<String>> TEXTS =
      List.of(List.of("b", "a", "b"), List.of("c", "a", "<pad>", "b", "rare"), List.of("c"));

  @TempDir private Path folder;

  @Test
  void ordersByCountThenText() {
    Vocabulary vocabulary = Vocabulary.fit(TEXTS, 1, OptionalInt.empty());
    assertThat(vocabulary.words()).containsExactly("<pad>", "<unk>", "b", "a", "c", "rare");
    assertThat(vocabulary.number("a")).isEqualTo(3);
    assertThat(vocabulary.word(3)).isEqualTo("a");
  }

  @Test
  void dropsRareWordsAndCutsToSize() {
    assertThat(Vocabulary.fit(TEXTS, 2, OptionalInt.empty()).words())
        .containsExactly("<pad>", "<unk>", "b", "a", "c");
    assertThat(Vocabulary.fit(TEXTS, 1, OptionalInt.of(4)).words())
        .containsExactly("<pad>", "<unk>", "b", "a");
    assertThat(Vocabulary.fit(List.of(), 1, OptionalInt.of(1)).size()).isEqualTo(2);
  }

  @Test
  void unknownAndReservedWordsGetTheUnknownNumber() {
    Vocabulary vocabulary = Vocabulary.fit(TEXTS, 1, OptionalInt.empty());
    assertThat(vocabulary.numbers(List.of("c", "never", "<pad>", "<unk>")))
        .containsExactly(4, 1, 1, 1);
  }

  @Test
  void anyWordSurvivesTheFile() throws IOException {
    List<String> odd =
        List.of("", " ", "\n", "\r\n", "\\n", "\\", "\\u0041", "\ud800", "😀", "\u2028", "é", "\t");
    Vocabulary vocabulary = Vocabulary.fit(List.of(odd), 1, OptionalInt.empty());
    Path file = folder.resolve("words.json");
    vocabulary.save(file);

    assertThat(Vocabulary.load(file)).isEqualTo(vocabulary);
    assertThat(Vocabulary.load(file).words()).containsAll(odd).hasSize(odd.size() + 2);
    assertThat(Files.readString(file)).startsWith("[\"<pad>\",\"<unk>\",");
  }

  @Test
  void aFileThatIsNoVocabularyIsRefused() throws IOException {
    Path file = folder.resolve("words.json");
    Files.writeString(file, "[\"the\", \"of\"]");
    assertThatThrownBy(() -> Vocabulary.load(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("words.json: not a vocabulary: its first words must be");
    Files.writeString(file, "[\"<pad>\", \"<unk>\", \"the\", \"of\", \"the\"]");
    assertThatThrownBy(() -> Vocabulary.load(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a word stands in it twice");
  }
}
