package org.unroll.datasets.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

class StreamPlacesTest {
  private static final byte[] BINARY = {'M', 'T', 0, 1, 2, (byte) 0xFF};

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static String text(StreamPlaces places, Units units) {
    return new StreamFiles(UTF_8, units).text(places.read()).toString();
  }

  @Test
  void aFolderOfTextsIsOneNameAndReadInTheOrderOfPaths() throws IOException {
    write("b.txt", "b");
    write("a/z", "z");
    write("a/c/1.md", "1");
    write(".git/config", "hidden");
    StreamPlaces places = StreamPlaces.of(List.of(folder.toString()));
    assertThat(places.names()).containsExactly(folder + "/");
    assertThat(text(places, Units.CHARACTER)).isEqualTo("1zb");
    assertThat(places.hidden()).containsExactly(folder.resolve(".git"));
    assertThat(places.others()).isEmpty();
  }

  @Test
  void besideWhatIsNoTextOthersAreNamed() throws IOException {
    write("b.txt", "b");
    write("a.txt", "a");
    write("LICENSE", "l");
    write("lone.md", "m");
    Path picture = write("c.png", BINARY);
    write("d/x.txt", "x");
    write("e/y.bin", BINARY);
    StreamPlaces places = StreamPlaces.of(List.of(folder.toString()));
    assertThat(places.names())
        .containsExactly(
            folder + "/d/", folder + "/LICENSE", folder + "/lone.md", folder + "/*.txt");
    assertThat(text(places, Units.CHARACTER)).isEqualTo("xlmab");
    assertThat(places.others()).contains(picture, folder.resolve("e/y.bin")).hasSize(2);
    assertThat(places.isBinary()).isFalse();
  }

  @Test
  void filesAndPatternsKeepTheirOrderAndForm() throws IOException {
    Path last = write("z.txt", "z");
    write("b.c", "b");
    write("a.c", "a");
    String pattern = folder + "/*.c";
    StreamPlaces places = StreamPlaces.of(List.of(last.toString(), pattern));
    assertThat(places.names()).containsExactly(last.toString(), pattern);
    assertThat(text(places, Units.CHARACTER)).isEqualTo("zab");
  }

  @Test
  void filesThatAreNoTextAreBytes() throws IOException {
    Path tune = write("a.mid", BINARY);
    StreamPlaces places = StreamPlaces.of(List.of(tune.toString()));
    assertThat(places.isBinary()).isTrue();
    assertThat(text(places, Units.BYTE)).isEqualTo("MT\0\1\2ÿ");
    assertThatThrownBy(() -> StreamPlaces.of(List.of(folder.toString())))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "%s: no text in it, but %s, which a net can read as bytes only: name files, or a pattern such as %s",
            folder, tune, folder.resolve("*.mid"));
  }

  /** Noise without a zero byte, such as what is packed; letters of windows-1252 are none. */
  @Test
  void controlCharactersAreNoText() throws IOException {
    byte[] noise = new byte[999];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (1 + i % 255);
    }
    Path packed = write("a.txt", noise);
    Path french = write("b.txt", new byte[] {'d', (byte) 0xE9, 'j', (byte) 0xE0, '\r', '\n'});
    StreamPlaces places = StreamPlaces.of(List.of(packed.toString(), french.toString()));
    assertThat(places.names()).containsExactly(french.toString());
    assertThat(places.others()).containsExactly(packed);
  }

  @Test
  void aLinkToAFolderLeadsNowhere() throws IOException {
    write("a/b.txt", "b");
    Files.createSymbolicLink(folder.resolve("a/again"), folder);
    StreamPlaces places = StreamPlaces.of(List.of(folder.toString()));
    assertThat(text(places, Units.CHARACTER)).isEqualTo("b");
  }

  @Test
  void aFolderWithoutFilesIsRefused() {
    assertThatThrownBy(() -> StreamFiles.in(List.of(folder)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no files");
    assertThatThrownBy(() -> StreamPlaces.of(List.of(folder.toString())))
        .hasMessageContaining("no text in it; name another folder");
  }

  /** In training: what was a folder of texts when the config was written may be none now. */
  @Test
  void inAFolderWhatIsNoTextIsAnErrorUnlessBytesAreRead() throws IOException {
    write("a.txt", "a");
    Path picture = write("b.png", BINARY);
    assertThatThrownBy(() -> new StreamFiles(UTF_8, Units.CHARACTER).text(List.of(folder)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(picture + ":1: a NUL byte")
        .hasMessageEndingWith(
            "Of the folder %s/ all files are read that are not hidden: name files or patterns in its place, or set text.units: byte.",
            folder);
    assertThat(new StreamFiles(UTF_8, Units.BYTE).text(List.of(folder))).startsWith("aMT");
  }
}
