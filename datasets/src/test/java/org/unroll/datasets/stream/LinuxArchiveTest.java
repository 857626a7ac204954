package org.unroll.datasets.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.UserError;

class LinuxArchiveTest {
  @TempDir private Path folder;

  @Test
  void sourcesAreJoinedInPathOrder() throws IOException {
    Path file = folder.resolve("linux-1.0.tar.gz");
    try (TarArchiveOutputStream archive =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      for (String name :
          new String[] {"linux/mm/a.c", "linux/fs/ext/b.c", "linux/drivers/x.c", "linux/fs/y.h"}) {
        byte[] text = ("/* " + name + " */\n").getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(text.length);
        archive.putArchiveEntry(entry);
        archive.write(text);
        archive.closeArchiveEntry();
      }
    }
    assertThat(LinuxArchive.text(folder)).isEqualTo("/* linux/fs/ext/b.c */\n/* linux/mm/a.c */\n");
  }

  @Test
  void aDamagedArchiveIsToldByName() throws IOException {
    Files.writeString(folder.resolve("linux-1.0.tar.gz"), "no archive");
    assertThatThrownBy(() -> LinuxArchive.text(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("linux-1.0.tar.gz: damaged");
  }
}
