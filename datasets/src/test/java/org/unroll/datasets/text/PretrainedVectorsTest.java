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
import org.unroll.core.data.Progress;

class PretrainedVectorsTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.fit(List.of(List.of("a", "a", "a", "b", "b", "c")), 1, OptionalInt.empty());

  @TempDir private Path folder;

  private PretrainedVectors read(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("glove.txt"), content);
    return PretrainedVectors.read(file, VOCABULARY, 3, 1, Progress.SILENT);
  }

  @Test
  void takesTheWordsOfTheVocabulary() throws IOException {
    PretrainedVectors vectors = read("b 1 2 3\nzebra 9 9 9\n<unk> 7 7 7\na -0.5 1e-1 0\n");
    float[][] rows = vectors.rows();
    assertThat(rows).hasDimensions(5, 3);
    assertThat(rows[0]).containsOnly(0);
    assertThat(rows[2]).containsExactly(-0.5f, 0.1f, 0);
    assertThat(rows[3]).containsExactly(1, 2, 3);
    assertThat(vectors.toArray().toFloatMatrix()).isDeepEqualTo(rows);
  }

  @Test
  void missingWordsGetSmallSeededVectors() throws IOException {
    float[] missing = read("b 1 2 3\n").rows()[4];
    assertThat(missing).isEqualTo(read("b 1 2 3\n").rows()[4]).doesNotContain(0);
    for (float value : missing) {
      assertThat(value).isBetween(-0.25f, 0.25f);
    }
  }

  @Test
  void readsTheHeaderOfWord2vecAndWordsWithSpaces() throws IOException {
    assertThat(read("2 3\r\nb 1 2 3 \r\na 4 5 6\r\n").rows()[2]).containsExactly(4, 5, 6);
    assertThat(read("b 1 2 3\n. . . 4 5 6\na 7 8 9\n").rows()[2]).containsExactly(7, 8, 9);
  }

  @Test
  void coverageCountsWordsAndTokens() throws IOException {
    TextEncoder encoder = new TextEncoder(Tokenizer.WORD, VOCABULARY, 9, Kept.START);
    assertThat(read("a 1 2 3\nb 1 2 3\n").coverage(List.of(encoder.encode("a a a b b c"))))
        .isEqualTo(new PretrainedVectors.Coverage(2 / 3.0, 5 / 6.0));
  }

  @Test
  void wrongSizesAndBrokenLinesAreUserErrors() throws IOException {
    assertBroken("b 1 2\n", "glove.txt:1: vectors of 2 numbers; the embedding has size 3");
    assertBroken("2 5\nb 1 2 3 4 5\n", "glove.txt:1: vectors of 5 numbers");
    assertBroken("b 1 2 3\na 1 2\n", "glove.txt:2: broken word vector");
    assertBroken("b 1 2 3\na 1 x 2\n", "glove.txt:2: broken word vector: \"x\" is not a number");
    assertBroken("a 1 NaN 2\n", "glove.txt:1: broken word vector: NaN");
    assertThatThrownBy(
            () -> PretrainedVectors.read(folder.resolve("lost"), VOCABULARY, 3, 1, Progress.SILENT))
        .isInstanceOf(UserError.class);
  }

  private void assertBroken(String content, String message) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }
}
