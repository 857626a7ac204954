package org.unroll.datasets.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.datasets.table.ReadTexts;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.text.PretrainedVectors;
import org.unroll.datasets.text.Vocabulary;

/** Files and folders may be called whatever the system allows. */
class OddPathsTest {
  @TempDir private Path folder;

  private Path write(String name, String ending, String content) throws IOException {
    Path odd = Files.createDirectories(folder.resolve(name));
    return Files.writeString(odd.resolve(name + ending), content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two words",
        "50% #1 + ?",
        "a%20b",
        "%zz",
        "josé",
        "данные",
        "数据",
        "😀",
        "a;b&c='\"\\"
      })
  void everyReaderOpensThem(String name) throws IOException {
    Path csv = write(name, ".csv", "text,label\nfine,good\n");
    ReadTexts tables = new ReadTexts("text", "label", 0);
    assertThat(tables.labelled(csv).rows())
        .extracting(row -> row.origin().toString())
        .containsExactly(csv + ":2");

    PairTables pairs = new PairTables(new PairColumns("a", "b"), new Tables(Optional.empty(), 0));
    assertThat(pairs.table(write(name, ".tsv", "a\tb\nx\ty\n")).rows()).hasSize(1);
    Path source = write(name, ".de", "eins\nzwei\n");
    assertThat(pairs.lines(source, write(name, ".en", "one\ntwo\n")).rows()).hasSize(2);
    assertThat(pairs.sentences(source, new DataAccess(true, notice -> {})))
        .extracting(row -> row.input().orElseThrow().text())
        .containsExactly("eins", "zwei");

    Vocabulary words = Vocabulary.fit(List.of(List.of("a")), 1, OptionalInt.empty());
    Path vectors = write(name, ".txt", "a 1 2\n");
    assertThat(PretrainedVectors.read(vectors, words, 2, 1, Progress.SILENT).rows()[2])
        .containsExactly(1, 2);
  }
}
