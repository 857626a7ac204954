package org.unroll.core.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that somebody sent, in a folder of its own until it is closed.
 *
 * @param path under a name as it was sent, as far as that names a file: its end tells what kind it
 *     is
 */
public record SentFile(Path path) implements AutoCloseable {
  private static final int LONGEST_NAME = 100;

  /**
   * Writes it.
   *
   * @throws UnwritableFile if there is no room
   */
  public static SentFile of(String name, InputStream content) {
    try {
      SentFile file = new SentFile(Files.createTempDirectory("unroll-asked").resolve(clean(name)));
      try {
        Files.copy(content, file.path);
        return file;
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UnwritableFile(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  /** A name within the folder, whatever was sent. */
  private static String clean(String name) {
    String last = name.replaceAll(".*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    String safe =
        last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
    return safe.isBlank() || safe.matches("\\.+") ? "file" : safe;
  }

  /** A text that may name the file, as whoever sent it knows it: without the folder. */
  public String named(String text) {
    return text.replace(path.getParent() + "/", "");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(path.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
