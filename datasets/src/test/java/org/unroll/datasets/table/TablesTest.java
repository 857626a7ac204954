package org.unroll.datasets.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datavec.api.records.Record;
import org.datavec.api.split.FileSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.ListView;
import org.unroll.core.yaml.RawYaml;
import org.unroll.datasets.text.LabelledText;

class TablesTest {
  @TempDir private Path folder;

  private static final ReadTexts TABLES = new ReadTexts("review", "stars", 0.5);

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static List<String> shown(TableRows<LabelledText> rows) {
    return rows.rows().stream()
        .map(row -> row.origin().line() + "|" + row.text() + "|" + row.label())
        .toList();
  }

  @Test
  void csvWithQuotesLineBreaksMarkAndCarriageReturns() throws IOException {
    Path file =
        file(
            "reviews.csv",
            "\uFEFFstars,review\r\n"
                + "5,\"Good, \"\"very\"\" good\"\r\n\r\n"
                + "1,\"two\r\n"
                + "lines\"\r\n"
                + "2,bad \r\n");
    TableRows<LabelledText> rows = TABLES.labelled(file);
    assertThat(shown(rows))
        .containsExactly("2|Good, \"very\" good|5", "4|two\r\nlines|1", "6|bad|2");
    assertThat(rows.bad()).isEmpty();
    assertThat(rows.rows().get(0).origin()).hasToString(file + ":2");
  }

  /** Twelve megabytes, of which the second half lies in a file. */
  @Test
  void moreThanIsKeptInMemoryComesBackLetterByLetter() throws IOException {
    List<String> texts = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      String text =
          i + (i % 2 == 0 ? " caf\u00e9" : " \u017c\u00f3\u0142w \ud83d\ude00").repeat(50_000);
      texts.add(text);
      lines.append("{\"review\": \"" + text + "\", \"stars\": " + i + "}\n");
    }
    Path file = file("large.jsonl", lines.toString());

    CellForm<LabelledText> form =
        new CellForm<>(
            (cells, origin) -> new LabelledText(cells.get(0), cells.get(1), origin),
            each -> List.of(each.text(), each.label()),
            LabelledText::origin);
    List<LabelledText> rows =
        Tables.published().read(file, List.of("review", "stars"), form).rows();

    assertThat(rows.getClass()).isEqualTo(ListView.class);
    assertThat(rows.size()).isEqualTo(20);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).text().equals(texts.get(i))).isTrue();
      assertThat(rows.get(i).label()).isEqualTo(Integer.toString(i));
      assertThat(rows.get(i).origin()).hasToString(file + ":" + (i + 1));
    }
  }

  @Test
  void tsvAndJsonLines() throws IOException {
    assertThat(shown(TABLES.labelled(file("my #1 100% set.tsv", "review\tstars\nso, so\t3\n"))))
        .containsExactly("2|so, so|3");
    assertThat(
            shown(
                TABLES.labelled(
                    file(
                        "a.jsonl",
                        "{\"review\": \"a\\n"
                            + "b\", \"stars\": 3}\n\n"
                            + "{\"stars\": true, \"review\": \"c\", \"more\": 1}\n"))))
        .containsExactly("1|a\nb|3", "3|c|true");
  }

  @Test
  void theNameOfAFileMayHaveAccents() throws IOException {
    Path file = file("été 50% 数据.csv", "review,stars\nso,3\n");

    assertThat(TABLES.labelled(file).rows().get(0).origin()).hasToString(file + ":2");
  }

  @Test
  void linesOfTextForPrediction() throws IOException {
    ReadTexts tables = new ReadTexts("text", "label", 0);
    assertThat(tables.unlabelled(file("a.txt", "Not bad, \"I\" say\n\n  fine\n")).rows())
        .extracting(LabelledText::text)
        .containsExactly("Not bad, \"I\" say", "fine");
    assertThat(tables.unlabelled(file("a.csv", "id,text\n1,good\n")).rows())
        .extracting(LabelledText::text)
        .containsExactly("good");
  }

  @Test
  void badRowsAreSkippedAndReportedWithFileAndLine() throws IOException {
    Path csv = file("a.csv", "review,stars\na,1\nb\nc,2,3\n ,4\nd,\ne,5\nf,6\ng,7\n");
    TableRows<LabelledText> rows = TABLES.labelled(csv);
    assertThat(shown(rows)).containsExactly("2|a|1", "7|e|5", "8|f|6", "9|g|7");
    assertThat(rows.bad())
        .extracting(BadRow::toString)
        .containsExactly(
            csv + ":3: 1 cells, the header has 2",
            csv + ":4: 3 cells, the header has 2",
            csv + ":5: nothing in column \"review\"",
            csv + ":6: nothing in column \"stars\"");
    assertThat(rows.badRows()).startsWith("4 of 8 rows bad; " + csv + ":3: 1 cells");

    Path json =
        file(
            "a.jsonl",
            "{oops\n"
                + "{\"review\":\"a\",\"stars\":1}\n"
                + "[1]\n"
                + "{\"review\":\"b\"}\n"
                + "{\"review\":\"c\",\"stars\":2} x\n");
    TableRows<LabelledText> objects = new ReadTexts("review", "stars", 0.9).labelled(json);
    assertThat(shown(objects)).containsExactly("2|a|1");
    assertThat(objects.bad())
        .extracting(bad -> bad.origin().line())
        .containsExactly(1L, 3L, 4L, 5L);
  }

  @Test
  void tooManyBadRowsAreAnError() throws IOException {
    Path file = file("a.csv", "review,stars\na,1\nb\n");
    assertThatThrownBy(() -> new ReadTexts("review", "stars", 0.01).labelled(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1 of 2 rows bad; " + file + ":3: 1 cells")
        .hasMessageContaining("data.max-bad-rows");
  }

  @Test
  void aWrongColumnIsNamedWithTheNearestOne() throws IOException {
    Path file = file("a.csv", "Reviews,stars,id\na,1,2\n");
    assertThatThrownBy(() -> TABLES.labelled(file))
        .isInstanceOf(UserError.class)
        .hasMessage(
            file
                + ":1: there is no column \"review\"; found: Reviews, stars, id. Did you mean"
                + " \"Reviews\"? Set data.columns.");
  }

  @Test
  void brokenQuotingNamesTheLine() throws IOException {
    assertUserError("a.csv", "review,stars\na,1\n\"b,2\nc,3\nd,4\n", "a.csv:3: a quotation mark");
    assertUserError("b.csv", "review,stars\na,1\n\"b\"c,2\nd,3\n", "b.csv:3: a row from here on");
  }

  @Test
  void filesThatAreNoTablesAreRefused() throws IOException {
    assertUserError("a.xls", "x", "must end in .csv, .tsv, .jsonl or .txt");
    assertUserError("empty.csv", "", "a header line was expected");
    assertUserError("header.csv", "review,stars\n", "no rows");
    assertUserError("twice.csv", "a,a\n1,2\n", "two columns of one name");
    assertUserError("none.jsonl", "\n[]\n", "no line is a JSON object");
    assertThatThrownBy(() -> TABLES.labelled(folder.resolve("lost.csv")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no such file");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "review,stars\ncaf\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> TABLES.labelled(latin))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not UTF-8");
  }

  private void assertUserError(String name, String content, String message) throws IOException {
    Path file = file(name, content);
    assertThatThrownBy(() -> TABLES.labelled(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }

  @Test
  void dataVecTransformsFilterAndChangeRecords() throws IOException {
    RawYaml yaml =
        new RawYaml(
            """
            - filter:
                '@class': org.datavec.api.transform.filter.ConditionFilter
                condition:
                  '@class': org.datavec.api.transform.condition.column.StringColumnCondition
                  columnName: stars
                  op: Equal
                  value: '3'
            - transform:
                '@class': org.datavec.api.transform.transform.string.ReplaceStringTransform
                columnName: review
                map: {<br>: ' '}
            - transform:
                '@class': org.datavec.api.transform.transform.column.RenameColumnsTransform
                oldNames: [review]
                newNames: [words]
            """);
    Path file = file("a.csv", "id,review,stars\n1,so<br>so,3\n2,very<br>good,5\n");
    ReadTexts tables = new ReadTexts("words", "stars", yaml);
    assertThat(shown(tables.labelled(file))).containsExactly("3|very good|5");
    assertThat(tables.labelled(file).read()).isEqualTo(2);

    RawYaml listed = new RawYaml("actionList:\n" + yaml.text().indent(2));
    assertThat(new ReadTexts("words", "stars", listed).labelled(file).rows()).hasSize(1);
  }

  @Test
  void aTransformThatDataVecDoesNotKnowIsAUserError() throws IOException {
    Path file = file("a.csv", "review,stars\na,1\n");
    for (String yaml : List.of("- transform: {'@class': no.such.Thing}", "a: [", "none")) {
      assertThatThrownBy(() -> new ReadTexts("review", "stars", new RawYaml(yaml)).labelled(file))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("data.transform: ")
          .hasMessageContaining("review, stars");
    }
  }

  @Test
  void recordsCanBeLoadedAgainFromTheirMetadata() throws Exception {
    Path file = file("a.csv", "review,stars\n\"a\nb\",1\nc,2\n");
    try (TableRecordReader reader = new TableRecordReader()) {
      reader.initialize(new FileSplit(file.toFile()));
      reader.nextRecord();
      Record second = reader.nextRecord();
      assertThat(reader.hasNext()).isFalse();
      assertThat(second.getMetaData().getLocation()).contains("4");
      assertThat(reader.loadFromMetaData(second.getMetaData()).getRecord())
          .isEqualTo(second.getRecord());
      assertThat(reader.hasNext()).isTrue();
    }
  }
}
