package org.unroll.datasets.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unroll.core.UserError;

class PlainTextFileTest {
  @TempDir private Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("a.txt"), content);
  }

  /** Around the size of the buffer, so that a character is cut in two by it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 65_533, 65_534, 65_535, 65_536, 131_071})
  void textOfAnyLengthIsText(int before) throws IOException {
    Path file = file(("x".repeat(before) + "é\r\n😀\n好").getBytes(UTF_8));
    assertThatCode(() -> PlainTextFile.require(file)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65_534, 65_535, 131_070})
  void theLineIsThatOfTheBadByte(int before) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(("a\r\nb\rc\n" + "x".repeat(before)).getBytes(UTF_8));
    content.write(0xE9);
    content.writeBytes("\nend".getBytes(UTF_8));
    Path file = file(content.toByteArray());
    assertThatThrownBy(() -> PlainTextFile.require(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file + ":3: not UTF-8 text (byte E9)");
  }

  @Test
  void aCharacterCutOffAtTheEndIsFound() throws IOException {
    Path file = file(new byte[] {'a', '\n', (byte) 0xC3});
    assertThatThrownBy(() -> PlainTextFile.require(file))
        .hasMessageContaining("a.txt:2: not UTF-8 text (byte C3)");
  }

  @Test
  void aRelativePathIsSaidWithWhereItWasLookedFor() {
    assertThatThrownBy(() -> PlainTextFile.require(Path.of("gone/a.csv")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "gone/a.csv: there is no such file below %s; check the path",
            Path.of("").toAbsolutePath());
    Path absolute = folder.resolve("a.csv");
    assertThatThrownBy(() -> PlainTextFile.require(absolute))
        .hasMessage(absolute + ": there is no such file; check the path");
  }

  @Test
  void aLineOfAnotherEncodingInUtf8IsToldAsOne(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mixed.csv");
    Files.writeString(file, "text,label\nzażółć gęślą jaźń, zażółć gęślą jaźń zażółć,1\n");
    Files.write(file, new byte[] {'a', (byte) 0xE0, '\n'}, StandardOpenOption.APPEND);

    assertThatThrownBy(() -> LikelyEncoding.common(List.of(file)))
        .hasMessageContaining("mixed.csv:3: not UTF-8 text (byte E0)")
        .hasMessageContaining("What stands before it is UTF-8: mend this line");
  }
}
