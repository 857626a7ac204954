package org.unroll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
  private record Line(int epoch, double bestValue, String text) {}

  @TempDir private Path folder;

  @Test
  void appendsALineARecord() {
    Path file = folder.resolve("lines.jsonl");
    JsonLines.append(file, List.of(new Line(1, 0.5, "né\n")));
    JsonLines.append(file, List.of(new Line(2, 1, ""), new Line(2, 2, "")));

    assertThat(file)
        .hasContent(
            """
            {"epoch":1,"best-value":0.5,"text":"né\\n"}
            {"epoch":2,"best-value":1.0,"text":""}
            {"epoch":2,"best-value":2.0,"text":""}
            """);
  }

  @Test
  void keepsTheLinesUpToAnEpoch() {
    Path file = folder.resolve("lines.jsonl");
    JsonLines.append(file, List.of(new Line(1, 0, "a"), new Line(2, 0, "b"), new Line(3, 0, "c")));
    JsonLines.keepUpTo(file, 2, 0);

    assertThat(file).content().contains("\"a\"", "\"b\"").doesNotContain("\"c\"");
    JsonLines.keepUpTo(file, 0, 0);
    assertThat(file).isEmptyFile();
  }

  @Test
  void keepsTheStepsThatAreDoneOfTheEpochAfterIt() {
    record Stage(int epoch, long step) {}
    Path file = folder.resolve("lines.jsonl");
    JsonLines.append(file, List.of(new Stage(1, 10), new Line(1, 0, "a"), new Stage(2, 12)));
    JsonLines.append(file, List.of(new Stage(2, 15), new Stage(2, 16), new Line(2, 0, "b")));
    JsonLines.keepUpTo(file, 1, 15);

    assertThat(file)
        .hasContent(
            """
            {"epoch":1,"step":10}
            {"epoch":1,"best-value":0.0,"text":"a"}
            {"epoch":2,"step":12}
            {"epoch":2,"step":15}
            """);
  }

  @Test
  void aMissingFileIsLeftMissing() {
    JsonLines.keepUpTo(folder.resolve("none.jsonl"), 2, 0);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLineTornAtAnyByteIsDropped() throws IOException {
    Path file = folder.resolve("lines.jsonl");
    JsonLines.append(file, List.of(new Line(1, 0, "whole")));
    String whole = Files.readString(file);
    byte[] next = "{\"epoch\":1,\"text\":\"né €\"}".getBytes(StandardCharsets.UTF_8);
    for (int bytes = 0; bytes < next.length; bytes++) {
      Files.writeString(file, whole);
      Files.write(file, Arrays.copyOf(next, bytes), java.nio.file.StandardOpenOption.APPEND);
      JsonLines.keepUpTo(file, 1, 0);

      assertThat(file).as("torn after %d bytes", bytes).hasContent(whole);
    }
  }

  @Test
  void aFolderInPlaceOfTheFileIsAMessage() throws IOException {
    Path file = Files.createDirectory(folder.resolve("lines.jsonl"));

    assertThatThrownBy(() -> JsonLines.append(file, List.of(Map.of("epoch", 1))))
        .isInstanceOf(UnwritableFile.class)
        .hasMessageContaining("cannot write " + file);
  }

  private JsonLines read(String text) throws IOException {
    return JsonLines.read(Files.writeString(folder.resolve("metrics.jsonl"), text));
  }

  @Test
  void readsAnObjectALine() throws IOException {
    JsonLines lines = read("{\"epoch\":1}\n\n{\"epoch\":2,\"text\":\"ümlaut\"}\r\n");
    assertThat(lines.records())
        .extracting(line -> line.path("epoch").asInt())
        .containsExactly(1, 2);
    assertThat(lines.records().get(1).path("text").asText()).isEqualTo("ümlaut");
    assertThat(lines.unreadable()).isZero();
  }

  @Test
  void leavesOutATornEndWithoutCountingIt() throws IOException {
    JsonLines lines = read("{\"epoch\":1}\n{\"epoch\":2,\"train\":{\"lo");
    assertThat(lines.records()).hasSize(1);
    assertThat(lines.unreadable()).isZero();
    assertThat(lines.torn()).isTrue();
  }

  @Test
  void takesAWholeLastLineWithoutItsLineFeed() throws IOException {
    assertThat(read("{\"epoch\":1}\n{\"epoch\":2}").records()).hasSize(2);
    assertThat(read("{\"epoch\":1}\n{\"epoch\":2}").torn()).isFalse();
  }

  @Test
  void countsBrokenLinesBeforeTheEnd() throws IOException {
    // A run that was killed while writing line 2 and then resumed.
    JsonLines lines = read("{\"epoch\":1}\n{\"epo{\"epoch\":2}\n[3]\n{} {}\n{\"epoch\":3}\n");
    assertThat(lines.records())
        .extracting(line -> line.path("epoch").asInt())
        .containsExactly(1, 3);
    assertThat(lines.unreadable()).isEqualTo(3);
    assertThat(lines.torn()).isFalse();
  }

  @Test
  void readsNotANumber() throws IOException {
    assertThat(read("{\"loss\":NaN}\n").records().get(0).path("loss").asDouble()).isNaN();
  }

  @Test
  void isEmptyForAMissingFile() throws IOException {
    assertThat(JsonLines.read(folder.resolve("none"))).isEqualTo(read(""));
  }
}
