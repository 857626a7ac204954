package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.Source;

class StreamSourcesTest {
  @TempDir private Path folder;

  private static StreamData source(String... names) {
    return new StreamData(
        Optional.of(List.of(names)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        4,
        OptionalInt.empty());
  }

  private static StreamData parts(Path train, Path validation, Optional<String> encoding) {
    return new StreamData(
        Optional.empty(),
        Optional.of(List.of(train.toString())),
        Optional.of(List.of(validation.toString())),
        Optional.empty(),
        encoding,
        Optional.empty(),
        4,
        OptionalInt.empty());
  }

  private static Source<String> open(StreamData data, Units units) {
    return new StreamSources(data, units, new DataAccess(true, notice -> {}))
        .open()
        .map((split, text) -> text.toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theSampleAndAWord() {
    Source<String> sample = open(source("sample"), Units.CHARACTER);
    assertThat(sample.read(Split.TRAIN)).startsWith("recipe ").hasSizeGreaterThan(400_000);
    assertThat(sample.read(Split.TEST)).isNotEqualTo(sample.read(Split.VALIDATION));
    assertThat(open(source("hello"), Units.BYTE).read(Split.VALIDATION)).isEqualTo("hello");
  }

  @Test
  void aFileIsCutAndSeveralAreOneText() throws IOException {
    Path one = write("a", "0123456789\r\n");
    Path two = write("b.txt", "01234567");
    Source<String> both = open(source(one.toString(), two.toString()), Units.CHARACTER);
    assertThat(both.read(Split.TRAIN)).isEqualTo("0123456789\r\n0123");
    assertThat(both.read(Split.VALIDATION)).isEqualTo("45");
    assertThat(both.read(Split.TEST)).isEqualTo("67");
    assertThat(both.digests()).containsOnlyKeys(one.toString(), two.toString());
    assertThat(open(source(folder + "/"), Units.CHARACTER).read(Split.TEST)).isEqualTo("67");
  }

  @Test
  void partsHaveFilesOfTheirOwn() throws IOException {
    Path train = write("train.txt", "abc");
    Path validation =
        Files.write(folder.resolve("v.txt"), "é".getBytes(StandardCharsets.ISO_8859_1));
    Source<String> latin =
        open(parts(train, validation, Optional.of("windows-1252")), Units.CHARACTER);
    assertThat(latin.read(Split.VALIDATION)).isEqualTo("é");
    assertThat(latin.digests()).containsOnlyKeys(validation.toString());
    assertThatThrownBy(
            () ->
                open(parts(train, validation, Optional.empty()), Units.CHARACTER)
                    .read(Split.VALIDATION))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not UTF-8 text (byte E9)");
  }

  @Test
  void bytesAreHeldWhateverTheyMean() throws IOException {
    byte[] bytes = {0, (byte) 0xFF, 'a', (byte) 0xC3};
    Path file = Files.write(folder.resolve("a.bin"), bytes);
    StreamData data = parts(file, file, Optional.empty());
    String text = open(data, Units.BYTE).read(Split.TRAIN);
    assertThat(text.getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(bytes);
    assertThatThrownBy(() -> open(data, Units.BPE).read(Split.TRAIN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a NUL byte");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> open(source("tinyshakespear"), Units.CHARACTER))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did you mean tinyshakespeare?");
    assertThatThrownBy(() -> open(source("multi30k"), Units.CHARACTER))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no text to read on and on");
    String missing = folder.resolve("no.txt").toString();
    assertThatThrownBy(() -> open(source(missing), Units.CHARACTER))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no.txt: there is no such file");
    assertThatThrownBy(() -> open(source(folder + "/"), Units.CHARACTER))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no files");
  }
}
