package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.unroll.core.run.UnwritableFile;
import org.unroll.datasets.catalog.CacheFolder;
import org.unroll.datasets.image.Picture;

/**
 * Keeps what a net gave of pictures on disk, since computing that can take far longer than reading
 * it. A file's name is a digest of the net and of the picture as the net reads it, so nothing else
 * is ever taken for it. The folder may be deleted at any time; what is damaged is computed again,
 * and where nothing can be kept, a training goes on without. Not thread-safe.
 */
public final class FeatureStore {
  /** Of its files. */
  public static final String KIND = "features";

  private static final long UNCHECKED = 1L << 30; // bytes written between two looks at the whole

  private final CacheFolder folder;
  private final String net;
  private final Consumer<String> notices;
  private boolean prepared;
  private boolean refused;
  private long written; // since it was looked at
  private int found; // since they were told
  private int computed;
  private double seconds; // that it took

  /**
   * @param net tells apart all nets and ways to read a picture that do not give the same
   */
  public FeatureStore(CacheFolder folder, String net, Consumer<String> notices) {
    this.folder = folder;
    this.net = net;
    this.notices = notices;
  }

  /**
   * What was kept of a picture, if it is there and whole.
   *
   * @param regions of the picture
   * @param size numbers of a region
   */
  public Optional<PictureContent.Features> find(Picture picture, int regions, int size) {
    Path file = file(picture);
    Optional<float[]> numbers = StoredNumbers.read(file, regions * size);
    if (numbers.isPresent()) {
      CacheFolder.noteUse(file);
      found++;
    }
    return numbers.map(kept -> new PictureContent.Features(regions, kept));
  }

  private Path file(Picture picture) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    String about = String.join("\n", StoredNumbers.MAGIC, net, picture.size().toString(), "");
    digest.update(about.getBytes(StandardCharsets.UTF_8));
    digest.update(picture.pixels());
    return folder.file(Hex.encodeHexString(digest.digest()));
  }

  /** Keeps what was computed. */
  public void keep(Picture picture, PictureContent.Features features) {
    computed++;
    long bytes = StoredNumbers.bytes(features.numbers());
    if (refused || bytes > folder.limit()) {
      return;
    }
    try {
      write(file(picture), features.numbers());
      written += bytes;
      if (written > UNCHECKED) {
        evict();
      }
    } catch (IOException e) {
      refused = true;
      notices.accept(
          "cannot keep features in %s: %s; they will be computed again"
              .formatted(folder.path(), UnwritableFile.isFull(e) ? "the disk is full" : e));
    }
  }

  private void write(Path file, float[] numbers) throws IOException {
    if (!prepared) {
      folder.prepare();
      evict();
      prepared = true;
    }
    try {
      StoredNumbers.write(file, numbers);
    } catch (NoSuchFileException e) {
      folder.prepare(); // it was deleted in between
      StoredNumbers.write(file, numbers);
    }
  }

  /** Counts the time in which features were computed. */
  public void took(double more) {
    seconds += more;
  }

  /** Tells the user how many were found and how many computed, and deletes what is too much. */
  public void tell() {
    String rate = seconds > 0 ? ", %.1f a second".formatted(computed / seconds) : "";
    notices.accept(
        "features of %,d pictures: %,d taken from %s, %,d computed%s"
            .formatted(found + computed, found, folder.path(), computed, rate));
    found = 0;
    computed = 0;
    seconds = 0;
    try {
      if (written > 0) {
        evict();
      }
    } catch (IOException e) {
      notices.accept("cannot delete old features in %s: %s".formatted(folder.path(), e));
    }
  }

  private void evict() throws IOException {
    written = 0;
    CacheFolder.Evicted evicted = folder.evict(Instant.MAX);
    if (evicted.files() > 0) {
      notices.accept(folder.told(evicted, "pictures"));
    }
  }
}
