package org.unroll.datasets.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.LabelledText;

/** Several files, and files that tell the class of all their texts. */
class ClassFilesTest {
  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();

  record Section(TextData data) {}

  private TextSources sources(String yaml) {
    String full = "data: {%s, batch: 8, max-length: 9}".formatted(yaml.replace("@", folder + "/"));
    ConfigText text = new ConfigText("test.yaml", full);
    TextData data =
        new ConfigLoader<>(Section.class).load(text, List.of(), List.of()).config().data();
    return new TextSources(data, false, new DataAccess(true, notices::add));
  }

  private List<String> all(String yaml) {
    Source<List<LabelledText>> source = sources(yaml).open();
    List<String> all = new ArrayList<>();
    for (Split split : Split.values()) {
      source.read(split).forEach(each -> all.add(each.text() + "|" + each.label()));
    }
    all.sort(null);
    return all;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(Charset.forName("windows-1252")));
  }

  private static String rows(String text, String end) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 90; i++) {
      rows.append(text).append(i).append(end).append('\n');
    }
    return rows.toString();
  }

  @Test
  void severalFilesAreOneTable() throws IOException {
    write("a_labelled.txt", rows("a", "\t0"));
    write("b_labelled.txt", rows("b", "\t1"));
    String layout = ", header: [text, label], split: {by: random}";
    List<String> listed = all("source: [@a_labelled.txt, @b_labelled.txt]" + layout);
    assertThat(listed).hasSize(180).contains("a0|0", "b29|1");
    assertThat(all("source: '@*_labelled.txt'" + layout)).isEqualTo(listed);
    assertThat(sources("source: '@*_labelled.txt'" + layout).open().digests()).hasSize(2);
    assertThatThrownBy(() -> all("source: '@*.tsv'" + layout))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("data.source: no file matches");
    assertThat(
            all(
                "train: [@a_labelled.txt, @b_labelled.txt], validation: @a_labelled.txt, test:"
                    + " @b_labelled.txt, header: [text, label]"))
        .hasSize(360);
  }

  /**
   * As rt-polarity: an ending that says nothing, and a mark that Unicode takes for a line's end.
   */
  @Test
  void aFileForEachClass() throws IOException {
    write("rt.pos", rows("gut … ", ""));
    write("rt.neg", rows("\"na ja\" ", ""));
    String split = ", split: {by: random}, encoding: windows-1252";
    assertThat(all("source: [@rt.pos, @rt.neg], classes: [pos, neg]" + split))
        .hasSize(180)
        .contains("gut … 3|pos", "\"na ja\" 7|neg");
    assertThat(
            all(
                "train: [@rt.pos, @rt.neg], validation: [@rt.pos, @rt.neg], test: [@rt.pos,"
                    + " @rt.neg], classes: ['1', '0'], encoding: windows-1252"))
        .hasSize(540)
        .contains("gut … 3|1");
    assertThatThrownBy(() -> all("source: [@rt.pos, @rt.neg], classes: [pos]" + split))
        .hasMessageContaining("1 classes for 2 files");
    assertThatThrownBy(() -> all("source: [@rt.pos, @rt.neg]" + split))
        .hasMessageContaining("must end in .csv, .tsv, .jsonl or .txt");
  }

  @Test
  void aFolderForEachClass() throws IOException {
    for (int i = 0; i < 30; i++) {
      write("train/pos/%d.txt".formatted(i), "gut\nund schön" + i);
      write("train/neg/%d.txt".formatted(i), "na ja" + i);
    }
    String split = ", split: {by: random}, encoding: windows-1252";
    List<String> named = all("source: @train/" + split);
    assertThat(named).hasSize(60).contains("gut\nund schön3|pos", "na ja7|neg");
    assertThat(all("source: [@train/pos, @train/neg], classes: [pos, neg]" + split))
        .isEqualTo(named);
    assertThatThrownBy(() -> all("source: @train/pos/" + split))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a folder; expected a file, or a folder of texts for each class");
    assertThat(sources("source: @train/" + split).labelled(folder.resolve("train"))).hasSize(60);
  }

  @Test
  void linesAreAskedAboutWhateverTheColumnIsCalled() throws IOException {
    write("lines.txt", "fine\n\n dull \n");
    write("rows.txt", "id\tfine\n1\tdull film\n");
    for (String layout : List.of("columns: {text: body}", "header: [text, label]")) {
      TextSources sources = sources("source: @a.csv, split: {by: random}, " + layout);
      assertThat(sources.unlabelled(folder.resolve("lines.txt")))
          .extracting(row -> row.input().map(input -> input.text()).orElse("-"))
          .containsExactly("fine", "-", " dull ");
    }
    assertThat(notices).anyMatch(notice -> notice.contains("lines.txt:2: nothing in the line"));
    assertThat(
            sources("source: @a.csv, split: {by: random}, header: [id, text]")
                .unlabelled(folder.resolve("rows.txt")))
        .hasSize(2);
  }

  @Test
  void everyRowOfATableIsAskedAboutInItsPlace() throws IOException {
    write("a.csv", "id,text,more\n1,fine,x\n2,,y\n3,dull\n4,so,z\n");
    TextSources sources = sources("source: @a.csv, split: {by: random}");
    var rows = sources.unlabelled(folder.resolve("a.csv"));
    assertThat(rows)
        .extracting(row -> row.input().map(input -> input.text()).orElse("-"))
        .containsExactly("fine", "-", "-", "so");
    assertThat(rows.get(1).cells()).containsEntry("id", "2").containsEntry("more", "y");
    assertThat(rows.get(2).cells()).isEmpty();
    assertThat(notices)
        .singleElement()
        .asString()
        .contains("2 of 4 rows bad", "a.csv:3", "a.csv:4");
  }
}
