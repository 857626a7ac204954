package org.unroll.datasets.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.datasets.table.ReadTexts;
import org.unroll.datasets.table.TableRows;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.text.LabelledText;
import org.unroll.datasets.text.PretrainedVectors;
import org.unroll.datasets.text.SentencePair;
import org.unroll.datasets.text.Vocabulary;

/** A line ends at LF or CRLF, nowhere else, whatever reads it; at CR where there is no LF. */
class LineEndsTest {
  /** Carriage return, next line, line and paragraph separator, form feed, vertical tab. */
  private static final String NO_ENDS = "a\rb\u0085c\u2028d\u2029e\fg\u000Bh";

  @TempDir private Path folder;
  private final PairTables pairs =
      new PairTables(new PairColumns("s", "t"), new Tables(Optional.empty(), 0));
  private final ReadTexts tables = new ReadTexts("text", "n", 0);

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void pairsOfParallelFilesStayTogether() throws IOException {
    Path source = write("a.de", "eins\n" + NO_ENDS + "\r\ndrei\n");
    Path target = write("a.en", "one\ntwo\nthree\n");
    TableRows<SentencePair> rows = pairs.lines(source, target);
    assertThat(rows.rows())
        .extracting(pair -> pair.origin().line() + pair.source() + "|" + pair.target())
        .containsExactly("1eins|one", "2" + NO_ENDS + "|two", "3drei|three");
    assertThat(rows.notices())
        .containsExactly(
            source
                + ": carriage returns (CR) without LF: 1, the first in line 2; they end no line and stay in the text");
    assertThat(pairs.lines(target, source).notices()).hasSize(1);
    List<String> notices = new ArrayList<>();
    assertThat(pairs.sentences(source, new DataAccess(true, notices::add)))
        .extracting(row -> row.input().orElseThrow().text())
        .containsExactly("eins", NO_ENDS, "drei");
    assertThat(notices).hasSize(1);
    assertThat(pairs.tabbed(write("a.tab", NO_ENDS + "\tx\ny\tz\n")).rows()).hasSize(2);
  }

  @Test
  void textsOfTablesAndLinesStayWhole() throws IOException {
    String csv = "text,n\r\n" + NO_ENDS + ",1\r\n\"q\rr\r\ns\n\",2\nend,3\n";
    assertThat(tables.labelled(write("a.csv", csv)).rows())
        .extracting(row -> row.origin().line() + row.text())
        .containsExactly("2" + NO_ENDS, "3q\rr\r\ns", "6end");
    assertThat(tables.unlabelled(write("a.txt", "x\n" + NO_ENDS + "\ny")).rows())
        .extracting(row -> row.origin().line() + row.text())
        .containsExactly("1x", "2" + NO_ENDS, "3y");
    assertThat(tables.labelled(write("a.jsonl", "{\"text\": \"a\",\r\"n\": 1}\r\n")).rows())
        .hasSize(1);
  }

  @Test
  void theLineOfAMessageIsThatOfOtherPrograms() throws IOException {
    Path file = write("a.csv", "text,n\na\rb,1\n\0,2\n");
    assertThatThrownBy(() -> tables.labelled(file)).hasMessageContaining("a.csv:3: a NUL");
  }

  @Test
  void whereNoLfIsReturnsEndTheLines() throws IOException {
    TableRows<LabelledText> rows = tables.labelled(write("mac.csv", "text,n\ra,1\r\"b\rc\",2"));
    assertThat(rows.rows())
        .extracting(row -> row.origin().line() + row.text())
        .containsExactly("2a", "3b\rc");
    assertThat(rows.notices()).isEmpty();
    assertThatThrownBy(() -> tables.labelled(write("bad.csv", "text,n\ra,1\r\0,2\r")))
        .hasMessageContaining("bad.csv:3: a NUL");
    Path source = write("a.de", "eins\rzwei\r");
    Path target = write("a.en", "one\ntwo\n");
    assertThat(pairs.lines(source, target).rows()).hasSize(2);
    assertThat(pairs.lines(target, source).rows()).hasSize(2);
    assertThat(pairs.sentences(source, new DataAccess(true, notice -> {})))
        .extracting(row -> row.input().orElseThrow().text())
        .containsExactly("eins", "zwei");
  }

  @Test
  void wordVectorsMayHoldThem() throws IOException {
    Vocabulary words =
        Vocabulary.fit(List.of(List.of("a\rb"), List.of("x")), 1, OptionalInt.empty());
    Path file = write("glove.txt", "a\rb 1 2\r\n\u0085\u2028 3 4\nx 5 6\n");
    assertThat(
            PretrainedVectors.read(file, words, 2, 1, Progress.SILENT).rows()[words.number("a\rb")])
        .containsExactly(1, 2);
  }
}
