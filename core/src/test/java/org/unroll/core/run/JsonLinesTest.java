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
    JsonLines.keepUpTo(file, 2);

    assertThat(file).content().contains("\"a\"", "\"b\"").doesNotContain("\"c\"");
    JsonLines.keepUpTo(file, 0);
    assertThat(file).isEmptyFile();
  }

  @Test
  void aMissingFileIsLeftMissing() {
    JsonLines.keepUpTo(folder.resolve("none.jsonl"), 2);

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
      JsonLines.keepUpTo(file, 1);

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
}
