package org.unroll.datasets.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 of what lies on disk, in lower-case hexadecimal. */
public final class Digest {
  private Digest() {}

  /** Of a file's contents. */
  public static String sha256(Path file) {
    try {
      return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a file, or of all that a folder holds. */
  public static String of(Path path) {
    return Files.isDirectory(path) ? ofFolder(path) : sha256(path);
  }

  /**
   * Of the contents of all files below a folder, one after the other in the order of their paths
   * (with {@code /}, as strings). What {@code find . -type f | LC_ALL=C sort | xargs cat} prints.
   */
  public static String ofFolder(Path folder) {
    Map<String, Path> files = new TreeMap<>();
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (Files.isRegularFile(path)) {
          files.put(folder.relativize(path).toString().replace('\\', '/'), path);
        }
      }
      for (Path file : files.values()) {
        DigestUtils.updateDigest(digest, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Hex.encodeHexString(digest.digest());
  }
}
