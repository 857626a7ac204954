package org.unroll.datasets.stream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.unroll.core.UserError;

/** The C sources of Linux 1.0 as they were published, one after the other in path order. */
final class LinuxArchive {
  private static final String NAME = "linux-1.0.tar.gz";
  private static final Pattern SOURCE =
      Pattern.compile("(?:\\./)?[^/]+/((?:fs|init|ipc|kernel|lib|mm)/.*\\.c)");

  private LinuxArchive() {}

  /**
   * @param folder of the archive
   */
  static String text(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (TarArchiveInputStream archive =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(
                new BufferedInputStream(Files.newInputStream(folder.resolve(NAME)))))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        var name = SOURCE.matcher(entry.getName());
        if (entry.isFile() && name.matches()) {
          files.put(name.group(1), new String(archive.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UserError(folder.resolve(NAME) + ": damaged: " + e.getMessage(), e);
    }
    return String.join("", files.values());
  }
}
