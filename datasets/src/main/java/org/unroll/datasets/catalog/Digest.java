package org.unroll.datasets.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** SHA-256 of what lies on disk, in lower-case hexadecimal. */
public final class Digest {
  private Digest() {}

  /** Of a file's contents. */
  public static String sha256(Path file) {
    MessageDigest digest = start();
    try {
      add(file, digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Of the contents of all files below a folder, one after the other in the order of their paths
   * (with {@code /}, as strings). What {@code find . -type f | LC_ALL=C sort | xargs cat} prints.
   */
  public static String ofFolder(Path folder) {
    Map<String, Path> files = new TreeMap<>();
    MessageDigest digest = start();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (Files.isRegularFile(path)) {
          files.put(folder.relativize(path).toString().replace('\\', '/'), path);
        }
      }
      for (Path file : files.values()) {
        add(file, digest);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(Path file, MessageDigest digest) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
  }
}
