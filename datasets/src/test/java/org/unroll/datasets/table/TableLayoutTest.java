package org.unroll.datasets.table;

import static java.nio.charset.StandardCharsets.UTF_16LE;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.UserError;
import org.unroll.core.yaml.ConfigException;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;

/** Tables as people have them. */
class TableLayoutTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static TableLayout layout(String yaml) {
    ConfigText text = new ConfigText("test.yaml", yaml);
    return new ConfigLoader<>(TableLayout.class).load(text, List.of(), List.of()).config();
  }

  private static ReadTexts read(String yaml) {
    return new ReadTexts(new Tables(layout(yaml), Optional.empty(), 0), "text", "label");
  }

  private static List<String> shown(TableRows<?> rows) {
    return rows.rows().stream().map(TableLayoutTest::shown).toList();
  }

  private static String shown(Object row) {
    return row.toString().replaceAll("(?s)LabelledText\\[text=(.*), label=(.*), origin.*", "$1|$2");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '!',
      value = {
        "a.csv!~text;label\nso, so;1,5\nwell;2,5\n~!so, so|1,5",
        "a.csv!~text\tlabel\nso, so\t1\n~!so, so|1",
        "a.csv!~text|label\nso; so|1\n~!so; so|1",
        "a.csv!~Wert, MW;text;label\n1,5;\"so; so\";1\n2,5;x;2\n~!so; so|1",
        "a.csv!~text;label\na,b;1\nc,d;1\n~!a,b|1",
        "a.tsv!~text,label\nso; so,1\n~!so; so|1",
        "a.csv!~text,label\n\"so;\nso\",1\n~!~so;\nso|1~",
      })
  void whatPartsTheCellsIsTold(String name, String content, String first) throws IOException {
    assertThat(shown(read("{}").labelled(file(name, content))).get(0)).isEqualTo(first);
  }

  @Test
  void theConfigSaysWhatPartsThem() throws IOException {
    Path odd = file("a.csv", "text;label,x,y\na;1,x,y\nb;2,x,y\n");
    assertThatThrownBy(() -> read("{}").labelled(odd)).hasMessageContaining("no column \"text\"");
    for (String yaml : List.of("delimiter: ';'", "delimiter: semicolon")) {
      assertThat(
              new ReadTexts(new Tables(layout(yaml), Optional.empty(), 0), "text", "label,x,y")
                  .labelled(odd)
                  .rows())
          .hasSize(2);
    }
    assertThat(shown(read("delimiter: tab").labelled(file("a.txt", "text\tlabel\na\t1\n"))))
        .containsExactly("a|1");
  }

  @Test
  void whereTheFileIsReadWithAnotherDelimiterTheMessageSaysSo() throws IOException {
    Path file = file("a.csv", "text;label\na;1\n");
    assertThatThrownBy(() -> read("delimiter: ','").labelled(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("set data.delimiter: semicolon");
  }

  @Test
  void columnsWithoutAHeaderAreNamedByTheConfig() throws IOException {
    Path file = file("a.txt", "So there is no way.\t0\nGood case.\t1\n");
    assertThat(shown(read("header: [text, label]").labelled(file)))
        .containsExactly("So there is no way.|0", "Good case.|1");
    Path wide = file("b.csv", "7,good,x,1\n8,bad,x,0\n");
    ReadTexts second =
        new ReadTexts(new Tables(layout("header: [id, text]"), Optional.empty(), 0), "text", "4");
    assertThat(shown(second.labelled(wide))).containsExactly("good|1", "bad|0");
    assertThatThrownBy(() -> read("header: [text, label, more]").labelled(file))
        .hasMessageContaining("a.txt:1: data.header names 3 columns, but the first row has 2");
    assertThatThrownBy(
            () -> read("header: [text, label]").labelled(file("c.csv", "text,label\na,1\n")))
        .hasMessageContaining("c.csv:1: a header line");
    assertThatThrownBy(() -> read("{}").labelled(file("d.csv", "So there is no way,0\nGood,1\n")))
        .hasMessageContaining("looks like a row, not like a header")
        .hasMessageContaining("data.header");
  }

  /** As in the movie reviews of UCI: a cell begins with a mark that closes nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text\tlabel\n\" x\t1\ny\t0\nhe said \"z\"\t0\n",
        "text\tlabel\na\t1\n\"You'll love it\t1\nb\t0\n\"c\"\t0\nd\t1\n",
        "text\tlabel\n\" But \"Storm Trooper\" is bad\t0\n\" I love it.\t1\nb\t0\n",
        "text\tlabel\na\t0\nb\t1\n\"c\t1\n",
      })
  void aStrayMarkSwallowsNoRows(String content) throws IOException {
    TableRows<?> rows = read("{}").labelled(file("a.tsv", content));
    assertThat(rows.rows()).hasSize((int) content.lines().count() - 1);
    assertThat(rows.bad()).isEmpty();
    assertThat(rows.notices()).singleElement().asString().contains("quotation marks are read as");
    assertThat(shown(rows)).anyMatch(row -> row.startsWith("\""));
    TableRows<?> same = read("quoting: none").labelled(file("a.tsv", content));
    assertThat(same.notices()).isEmpty();
    assertThat(same.rows()).isEqualTo(rows.rows());
  }

  @Test
  void honestQuotesStayQuotes() throws IOException {
    for (String content :
        List.of(
            "text\tlabel\n\"two\nlines\"\t1\n\"a\tb\"\t0\n\"he said \"\"hi\"\"\"\t1\n",
            "text\tlabel\n\"two\n\nlines\nand\tmore\"\t1\nb\t0\n",
            "\"text\"\t\"label\"\n\"a\"\t\"1\"\n\"b\"\t\"0\"\n")) {
      TableRows<?> rows = read("{}").labelled(file("a.tsv", content));
      assertThat(rows.notices()).isEmpty();
      assertThat(shown(rows)).noneMatch(row -> row.startsWith("\""));
    }
  }

  /** Commas are rather in a text than tabs, so that nothing is decided, but all is told. */
  @Test
  void whatIsDoubtfulBetweenCommasIsTold() throws IOException {
    Path file = file("a.csv", "text,label\n\"Hello, there\nfoo bar\",1\nx,0\n");
    TableRows<?> rows = read("{}").labelled(file);
    assertThat(shown(rows)).containsExactly("Hello, there\nfoo bar|1", "x|0");
    assertThat(rows.notices())
        .singleElement()
        .asString()
        .contains(file + ":2: a quoted cell with line breaks", "data.quoting: none");
    assertThat(read("quoting: standard").labelled(file).notices()).isEmpty();
    assertThatThrownBy(() -> read("{}").labelled(file("b.csv", "text,label\n\"b\"c,2\n")))
        .hasMessageContaining("data.quoting: none");
  }

  @Test
  void whatSpreadsheetsLeaveBehindIsLeftOut() throws IOException {
    TableRows<?> rows =
        read("{}").labelled(file("a.csv", "text,label,,\na,1,,\nb,2\nc,3,x,\n,,,\nd,4,,,,\n"));
    assertThat(shown(rows)).containsExactly("a|1", "b|2", "c|3", "d|4");
    assertThat(rows.bad()).isEmpty();
    assertThat(shown(read("{}").labelled(file("b.csv", ",text,label\n0,a,1\n"))))
        .containsExactly("a|1");
  }

  @Test
  void textsInOtherCharacterSets() throws IOException {
    String content = "text,label\ncafé … “so”,1\n";
    for (Charset each : List.of(WINDOWS, Charset.forName("ISO-8859-15"), UTF_16LE)) {
      String plain = each.equals(WINDOWS) ? content : "text,label\ncafé,1\n";
      Path file = Files.write(folder.resolve("a.csv"), plain.getBytes(each));
      assertThat(shown(read("encoding: " + each.name()).labelled(file)).get(0)).startsWith("café");
    }
    for (Charset each : List.of(UTF_8, UTF_16LE, Charset.forName("UTF-16BE"))) {
      Path file = Files.write(folder.resolve("m.csv"), ("\uFEFF" + content).getBytes(each));
      assertThat(shown(read("{}").labelled(file))).containsExactly("café … “so”|1");
      assertThat(shown(read("encoding: windows-1252").labelled(file)))
          .containsExactly("café … “so”|1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252,windows-1252,caf\u00e9 \u2026 \u201cso\u201d",
    "windows-1251,windows-1251,\u041e\u0447\u0435\u043d\u044c \u0445\u043e\u0440\u043e\u0448\u043e",
    "UTF-16LE,UTF-16LE,fine film",
    "UTF-16BE,UTF-16BE,fine film"
  })
  void theLikelyOneIsNamed(String written, String named, String text) throws IOException {
    byte[] content =
        ("text,label\n" + (text + ",1\n").repeat(9)).getBytes(Charset.forName(written));
    Path file = Files.write(folder.resolve("a.csv"), content);
    assertThatThrownBy(() -> read("{}").labelled(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("set data.encoding: " + named);
    assertThat(shown(read("encoding: " + named).labelled(file))).hasSize(9).contains(text + "|1");
  }

  @Test
  void mistakesInTheLayoutAreConfigMistakes() {
    assertThatThrownBy(() -> layout("encoding: windows-125"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no character set 'windows-125'");
    assertThatThrownBy(() -> layout("header: [a, a]")).hasMessageContaining("no two alike");
    assertThatThrownBy(() -> layout("delimiter: ':'")).hasMessageContaining("delimiter");
  }

  @Test
  void aFileMayCallItsColumnsOtherwise() throws IOException {
    Path file = file("a.csv", "body,stars,text\na,1,old\n");
    Tables tables =
        new Tables(Optional.empty(), 0).renamed(Map.of("text", "body", "label", "stars"));
    assertThat(shown(new ReadTexts(tables, "text", "label").labelled(file))).containsExactly("a|1");
    Tables wrong = new Tables(Optional.empty(), 0).renamed(Map.of("text", "bodi"));
    assertThatThrownBy(() -> new ReadTexts(wrong, "text", "label").labelled(file))
        .hasMessageContaining("no column \"bodi\"")
        .hasMessageContaining("Did you mean \"body\"?")
        .hasMessageContaining("--columns");
  }
}
