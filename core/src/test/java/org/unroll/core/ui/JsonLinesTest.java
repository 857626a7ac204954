package org.unroll.core.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
  @TempDir Path temporary;

  private JsonLines read(String text) throws IOException {
    return JsonLines.read(Files.writeString(temporary.resolve("metrics.jsonl"), text));
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
  }

  @Test
  void takesAWholeLastLineWithoutItsLineFeed() throws IOException {
    assertThat(read("{\"epoch\":1}\n{\"epoch\":2}").records()).hasSize(2);
  }

  @Test
  void countsBrokenLinesBeforeTheEnd() throws IOException {
    // A run that was killed while writing line 2 and then resumed.
    JsonLines lines = read("{\"epoch\":1}\n{\"epo{\"epoch\":2}\n[3]\n{} {}\n{\"epoch\":3}\n");
    assertThat(lines.records())
        .extracting(line -> line.path("epoch").asInt())
        .containsExactly(1, 3);
    assertThat(lines.unreadable()).isEqualTo(3);
  }

  @Test
  void readsNotANumber() throws IOException {
    assertThat(read("{\"loss\":NaN}\n").records().get(0).path("loss").asDouble()).isNaN();
  }

  @Test
  void isEmptyForAMissingFile() throws IOException {
    assertThat(JsonLines.read(temporary.resolve("none"))).isEqualTo(read(""));
  }
}
