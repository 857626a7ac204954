package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;

/**
 * Keeps the folder of decoded frames from growing without bound: those that were not used for
 * longest are deleted. What this process has opened stays, and what any uses: whoever reads frames
 * notes it every hour. Should one be deleted all the same, it is decoded again. Immutable and
 * thread-safe.
 *
 * @param limit bytes of all files together, which only those in use may exceed
 * @param since when this process began to open frames
 */
record FrameEviction(Path folder, long limit, Instant since) {
  /** How often frames that are read are noted. */
  static final Duration NOTED = Duration.ofHours(1);

  private static final String VARIABLE = "UNROLL_FRAMES_CACHE_GB";
  private static final double GIGABYTES = 20; // of 112 x 112 pixels, 25 a second: six hours
  private static final double GIGABYTE = 1e9;

  /** What became of it. */
  record Evicted(int files, long bytes) {}

  private record Kept(Path file, long bytes, Instant used) {}

  /**
   * Reads {@value #VARIABLE}, by default 20.
   *
   * @param environment usually {@code System.getenv()}
   * @throws UserError if that is no number
   */
  static long limit(Map<String, String> environment) {
    String text = environment.getOrDefault(VARIABLE, "").strip();
    try {
      double gigabytes = text.isEmpty() ? GIGABYTES : Double.parseDouble(text);
      if (gigabytes >= 0) {
        return (long) (gigabytes * GIGABYTE);
      }
    } catch (NumberFormatException e) {
      // told below, as a number below 0 is
    }
    throw new UserError(
        "%s=%s: expected gigabytes, such as 20; mend or unset it".formatted(VARIABLE, text));
  }

  /**
   * Deletes what is too much.
   *
   * @throws IOException if the folder cannot be read, or a file in it not be deleted
   */
  Evicted run() throws IOException {
    Instant inUse = Instant.now().minus(NOTED.multipliedBy(2));
    Instant border = inUse.isBefore(since) ? inUse : since;
    List<Kept> all = all();
    all.sort(Comparator.comparing(Kept::used));
    long bytes = all.stream().mapToLong(Kept::bytes).sum();
    int files = 0;
    long freed = 0;
    for (Kept each : all) {
      if (bytes - freed <= limit || !each.used().isBefore(border)) {
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
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + FrameCache.ENDING)) {
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

  /** For the user. */
  String told(Evicted evicted) {
    return "deleted the frames of %,d recordings that were not used for longest, %,.1f GB; %s says how many gigabytes are kept, now %,.1f"
        .formatted(evicted.files(), evicted.bytes() / GIGABYTE, VARIABLE, limit / GIGABYTE);
  }
}
