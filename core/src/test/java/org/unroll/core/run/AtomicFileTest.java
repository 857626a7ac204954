package org.unroll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void writesAndReplaces() {
    Path file = folder.resolve("a.txt");
    AtomicFile.writeText(file, "first, longer");
    AtomicFile.writeText(file, "né");

    assertThat(file).hasContent("né");
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() {
    Path file = folder.resolve("a.txt");
    AtomicFile.writeText(file, "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write("new".getBytes(StandardCharsets.UTF_8));
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(UserError.class)
        .hasMessage("cannot write " + file + ": the disk is full; free some space");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void anErrorWhileWritingLeavesNothingEither() {
    Path file = folder.resolve("a.txt");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      throw new OutOfMemoryError("Java heap space");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeftIsWrittenOver() throws IOException {
    Files.writeString(folder.resolve("a.txt.tmp"), "half of a much longer text");
    AtomicFile.writeText(folder.resolve("a.txt"), "whole");

    assertThat(folder.resolve("a.txt")).hasContent("whole");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aMissingFolderIsAMessage() {
    Path file = folder.resolve("no/such/a.txt");

    assertThatThrownBy(() -> AtomicFile.writeText(file, "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no such folder");
  }

  @Test
  void aFileInPlaceOfAFolderIsAMessage() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x").resolve("a.txt");

    assertThatThrownBy(() -> AtomicFile.writeText(file, "x"))
        .isInstanceOf(UserError.class)
        .hasMessage("cannot write %s: Not a directory; check the path and its permissions", file);
  }
}
