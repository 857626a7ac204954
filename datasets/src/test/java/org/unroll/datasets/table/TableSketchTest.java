package org.unroll.datasets.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unroll.core.UserError;
import org.unroll.core.data.Split;

class TableSketchTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir private Path folder;

  private Path write(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  private TableSketch sketch(String name, String text) throws IOException {
    return TableSketch.of(List.of(write(name, text, UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          text,label/good film,pos/bad film,neg        ! true
          good film,pos/bad film,neg/fine film,pos     ! false
          2024-01-01 00:00,17/2024-01-01 01:00,18      ! false
          date,load/2024-01-01,17                      ! true
          So dull.\t0/So fine.\t1                      ! false
          Go.\tVa ?/Run\tCours                         ! false
          No,Comment,Vol./7,fine,0/8,dull,1            ! true
          en\tde/go\tgehen                             ! true
          a,a/b,c                                      ! false
          name,,note/x,,y                              ! true
          """)
  void tellsAHeaderFromARow(String rows, boolean named) throws IOException {
    String text = rows.replace('/', '\n').replace("\\t", "\t") + "\n";
    assertThat(sketch(text.contains("\t") ? "a.tsv" : "a.csv", text).named()).isEqualTo(named);
  }

  @Test
  void namesColumnsByTheirHeaderOrTheirNumber() throws IOException {
    assertThat(sketch("a.csv", "\uFEFFid;Größe;\n1;2;\n").names()).containsExactly("id", "Größe");
    TableSketch rows = sketch("b.csv", "1;2\n3;4\n");
    assertThat(rows.names()).containsExactly("1", "2");
    assertThat(rows.rows()).isEqualTo(2);
    assertThatThrownBy(() -> rows.column("text"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("by their number");
  }

  @Test
  void aTextFileIsATableIfItsRowsHaveAsManyCells() throws IOException {
    Path tabs = write("tabs.txt", "so dull, so long.\t0\nso fine\t1\n", UTF_8);
    Path prose = write("prose.txt", "dull, but long\nfine, but short\n", UTF_8);

    assertThat(TableSketch.isTable(tabs)).isTrue();
    assertThat(TableSketch.isTable(prose)).isFalse();
    assertThat(TableSketch.of(List.of(tabs)).layout().delimiter())
        .isEmpty(); // told by a header key
    TableSketch headed = sketch("headed.txt", "text|label\nso dull|0\nso fine|1\n");
    assertThat(headed.layout().delimiter()).contains(Delimiter.PIPE);
  }

  @Test
  void filesOfOneLayoutAreOneTable() throws IOException {
    Path one = write("one.tsv", "ok\t1\nno\t0\n", UTF_8);
    Path two = write("two.tsv", "so so\t1\n", UTF_8);
    Path other = write("other.tsv", "id\ttext\tlabel\n7\tok\t1\n", UTF_8);

    assertThat(TableSketch.of(List.of(one, two)).rows()).isEqualTo(3);
    assertThatThrownBy(() -> TableSketch.of(List.of(one, other)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("other.tsv")
        .hasMessageContaining("no single table");
  }

  @Test
  void namesTheEncodingThatAllFilesHave() throws IOException {
    Path ascii = write("ascii.csv", "text,label\nok,1\n", UTF_8);
    Path windows = write("windows.csv", "text,label\nnaïve,1\n", WINDOWS);
    Path utf = write("utf.csv", "text,label\nnaïve,1\n", UTF_8);

    assertThat(LikelyEncoding.common(List.of(ascii, utf))).isEmpty();
    TableSketch table = TableSketch.of(List.of(ascii, windows));
    assertThat(table.layout().encoding()).contains("windows-1252");
    assertThat(table.column("text").cells()).containsExactly("ok", "naïve");
    assertThatThrownBy(() -> LikelyEncoding.common(List.of(windows, utf)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("utf.csv: is UTF-8");
  }

  @Test
  void columnsWithoutAHeaderAreNamedByWhatTheyHold() throws IOException {
    TableSketch table = sketch("a.tsv", "7\tso dull.\t0\tx\n8\tso fine.\t1\ty\n");
    HeaderNames names =
        HeaderNames.of(table).named(table.column("2"), "text").named(table.column("3"), "label");

    assertThat(names.header()).contains(List.of("1", "text", "label"));
    assertThat(names.of(table.column("3"))).isEqualTo("label");
    assertThat(HeaderNames.of(sketch("b.csv", "a,b\n1,2\n")).header()).isEmpty();
  }

  @Test
  void aColumnOfNumbersMayHaveAStrayCell() {
    List<String> cells = new java.util.ArrayList<>(java.util.Collections.nCopies(200, "1,5"));
    cells.add("?");
    ColumnSketch column = new ColumnSketch("load", cells);

    assertThat(column.isNumber(DecimalMark.COMMA)).isTrue();
    assertThat(column.isNumber(DecimalMark.POINT)).isFalse();
    assertThat(new ColumnSketch("empty", List.of("", "NA")).isNumber()).isFalse();
  }

  @Test
  void namesTellTheParts() {
    Path train = Path.of("en/train.csv");
    Path dev = Path.of("en/my-dev.csv");
    Path test = Path.of("en/Test_set.csv");

    assertThat(GivenFiles.of(List.of(test, dev, train)).parts())
        .isEqualTo(Map.of(Split.TRAIN, train, Split.VALIDATION, dev, Split.TEST, test));
    GivenFiles apart = GivenFiles.of(List.of(train, test));
    assertThat(apart.source()).containsExactly(train);
    assertThat(apart.apart()).isEqualTo(Optional.of(test));
    List<Path> alike = List.of(Path.of("contest.csv"), Path.of("latest.csv"));
    assertThat(GivenFiles.of(alike)).isEqualTo(new GivenFiles(alike, Map.of()));
  }
}
