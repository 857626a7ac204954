package org.unroll.apps.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePartsTest {
  private static final int SIZE = 40;

  @TempDir private Path folder;

  private List<TextPart> parts(String name, String text) throws IOException {
    return new FileParts(SIZE, true).of(Files.writeString(folder.resolve(name), text));
  }

  private List<String> written(List<TextPart> parts) throws IOException {
    List<String> written = new ArrayList<>();
    for (TextPart part : parts) {
      Path file = folder.resolve("written");
      part.write(file);
      written.add(Files.readString(file));
    }
    return written;
  }

  @Test
  void aTextIsCutAtLines() throws IOException {
    String text = "ten bytes\n".repeat(11) + "no end";

    List<TextPart> parts = parts("a.txt", text);

    assertThat(parts).extracting(TextPart::line).containsExactly(1L, 5L, 9L);
    assertThat(String.join("", written(parts))).isEqualTo(text);
    assertThat(parts.get(1).lineOf(2)).isEqualTo(6);
  }

  @Test
  void eachPartOfATableHasTheHeader() throws IOException {
    String header = "id,\"a\ntext\"\n";
    String rows = "1,\"first line\nsecond\"\"line\"\n".repeat(5);

    List<TextPart> parts = parts("a.csv", header + rows);
    List<String> written = written(parts);

    assertThat(written)
        .hasSizeGreaterThan(1)
        .allSatisfy(part -> assertThat(part).startsWith(header));
    assertThat(String.join("", written).replace(header, "")).isEqualTo(rows);
    // the row after the header's two lines stands where the part says
    TextPart second = parts.get(1);
    assertThat(second.lineOf(3)).isEqualTo(second.line()).isEqualTo(5);
  }

  @Test
  void theFirstObjectTellsTheColumnsOfEachPart() throws IOException {
    String first = "{\"text\": \"one\", \"id\": 1}\n";

    List<TextPart> parts = parts("a.jsonl", first + "{\"id\": 2}\n".repeat(15));

    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(parts.get(0).leadIsRow()).isFalse();
    assertThat(parts.subList(1, parts.size())).allMatch(TextPart::leadIsRow);
    assertThat(written(parts)).allSatisfy(part -> assertThat(part).startsWith(first));
  }

  @Test
  void whatCannotBeCutWithCertaintyIsOnePart() throws IOException {
    String odd = "text\n" + "5\" wide\n".repeat(15);
    assertThat(parts("odd.csv", odd)).hasSize(1);
    assertThat(parts("packed.txt.gz", "ten bytes\n".repeat(20))).hasSize(1);
    assertThat(parts("wide.txt", "t\0e\0n\0\n\0".repeat(20))).hasSize(1);
    assertThat(parts("blank.jsonl", "\n" + "{\"text\": \"a\"}\n".repeat(20))).hasSize(1);
    Path table = Files.writeString(folder.resolve("told.csv"), "a,b\n".repeat(50));
    assertThat(new FileParts(SIZE, false).of(table)).hasSize(1);
  }
}
