package org.unroll.datasets.catalog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.UserError;

/**
 * A folder of files that can all be made again, which does not grow without bound: those that were
 * not used for longest are deleted. It may be deleted at any time, and several processes may use
 * it. Immutable and thread-safe.
 *
 * @param path made when needed
 * @param kind of its files, how their names end: {@code frames}
 * @param limit bytes of all files together
 */
public record CacheFolder(Path path, String kind, long limit) {
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final double GIGABYTES = 20;
  private static final double GIGABYTE = 1e9;

  /** What was deleted. */
  public record Evicted(int files, long bytes) {}

  private record Kept(Path file, long bytes, Instant used) {}

  /**
   * The one of a kind in {@code UNROLL_CACHE}, or {@code ~/.cache/unroll}, bounded by {@code
   * UNROLL_<KIND>_CACHE_GB}, by default 20.
   *
   * @param environment usually {@code System.getenv()}
   * @throws UserError if that is no number
   */
  public static CacheFolder of(String kind, Map<String, String> environment) {
    Path path = StoreSettings.of(environment, true).cache().resolve(kind);
    return new CacheFolder(path, kind, limit(kind, environment));
  }

  /** The bound alone. */
  public static long limit(String kind, Map<String, String> environment) {
    String text = environment.getOrDefault(variable(kind), "").strip();
    try {
      double gigabytes = text.isEmpty() ? GIGABYTES : Double.parseDouble(text);
      if (gigabytes >= 0) {
        return (long) (gigabytes * GIGABYTE);
      }
    } catch (NumberFormatException e) {
      // told below, as a number below 0 is
    }
    throw new UserError(
        "%s=%s: expected gigabytes, such as 20; mend or unset it".formatted(variable(kind), text));
  }

  private static String variable(String kind) {
    return "UNROLL_%s_CACHE_GB".formatted(kind.toUpperCase(Locale.ROOT));
  }

  /**
   * @param digest of all that the file's contents depend on
   */
  public Path file(String digest) {
    return path.resolve(digest + "." + kind);
  }

  /**
   * Makes the folder, if it is not there, and deletes what killed processes left; one that lives
   * writes all the time.
   */
  public void prepare() throws IOException {
    Files.createDirectories(path);
    Instant limit = Instant.now().minus(FORGOTTEN);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(path, "*.tmp")) {
      for (Path file : left) {
        if (lastWritten(file).isBefore(limit)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Instant lastWritten(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException e) {
      return Instant.MAX; // it was finished in between
    }
  }

  /**
   * Notes that a file is used now, as the time when it was read last: few systems note each reading
   * themselves.
   */
  public static void noteUse(Path file) {
    try {
      FileTime now = FileTime.from(Instant.now());
      Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(null, now, null);
    } catch (IOException e) {
      // it was deleted, or is another user's: then it is as old as it was
    }
  }

  /**
   * Deletes what is too much.
   *
   * @param inUse what was used since then stays
   * @throws IOException if the folder cannot be read, or a file in it not be deleted
   */
  public Evicted evict(Instant inUse) throws IOException {
    List<Kept> all = all();
    all.sort(Comparator.comparing(Kept::used));
    long bytes = all.stream().mapToLong(Kept::bytes).sum();
    int files = 0;
    long freed = 0;
    for (Kept each : all) {
      if (bytes - freed <= limit || !each.used().isBefore(inUse)) {
        break;
      }
      if (Files.deleteIfExists(each.file())) {
        files++;
      }
      freed += each.bytes();
    }
    return new Evicted(files, freed);
  }

  private List<Kept> all() throws IOException {
    List<Kept> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*." + kind)) {
      for (Path file : files) {
        add(file, all);
      }
    }
    return all;
  }

  private static void add(Path file, List<Kept> all) throws IOException {
    try {
      BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
      Instant read = about.lastAccessTime().toInstant();
      Instant written = about.lastModifiedTime().toInstant();
      all.add(new Kept(file, about.size(), read.isAfter(written) ? read : written));
    } catch (NoSuchFileException e) {
      // another process deleted it in between, so it takes no place
    }
  }

  /**
   * For the user.
   *
   * @param of what the files are of: {@code recordings}
   */
  public String told(Evicted evicted, String of) {
    return "deleted the %s of %,d %s that were not used for longest, %,.1f GB; %s says how many gigabytes are kept, now %,.1f"
        .formatted(
            kind,
            evicted.files(),
            of,
            evicted.bytes() / GIGABYTE,
            variable(kind),
            limit / GIGABYTE);
  }
}
