package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.unroll.core.UserError;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.catalog.CacheFolder;

/**
 * The decoded frames of a recording on disk, of which no more is in memory than what is read. If
 * somebody deletes them in between, they are decoded anew. Thread-safe.
 */
public final class CachedFrames implements PictureFrames {
  private static final int ATTEMPTS = 5;

  private final FrameStore store;
  private final FrameSource source;
  private final DecodedFrames file;
  private volatile long noted = System.nanoTime();

  CachedFrames(FrameStore store, FrameSource source, DecodedFrames file) {
    this.store = store;
    this.source = source;
    this.file = file;
  }

  /** The video or folder that was decoded; of a list of pictures, the first. */
  public Path recording() {
    return source.place();
  }

  @Override
  public PictureSize size() {
    return file.size();
  }

  @Override
  public int length() {
    return file.tally().frames();
  }

  /** Frames a second. */
  public double rate() {
    return file.tally().rate();
  }

  /** How many frames the recording itself has, with damaged ones that are left out. */
  public int counted() {
    return file.tally().counted();
  }

  /** Whether all frames were taken but damaged ones, so that time does not stand still there. */
  public boolean hasOwnRate() {
    return file.tally().hasOwnRate();
  }

  /**
   * Which of the recording's own frames this one is, from 0, so that it gets that one's label:
   * damaged ones are left out, and a rate takes some not at all or several times.
   */
  public int number(int frame) {
    return file.tally().number(Objects.checkIndex(frame, length()));
  }

  /** When it is shown, in seconds after the recording's first, as the recording itself says. */
  public double seconds(int frame) {
    return file.tally().seconds()[Objects.checkIndex(frame, length())];
  }

  /** What the user should know, a line each without the recording's name. */
  List<String> notices() {
    return file.tally().notices();
  }

  /** On disk. */
  long bytes() {
    return file.length();
  }

  /**
   * @throws IndexOutOfBoundsException if it has not so many
   * @throws UserError if they are gone from the disk and the recording has changed since
   */
  @Override
  public void read(int from, byte[] into) {
    int count = into.length / size().length();
    Objects.checkFromIndexSize(from, count, length());
    try {
      if (!file.read(from, count, into)) {
        restore(from, count, into);
      }
      noteUse();
    } catch (IOException e) {
      throw new UserError("cannot read %s: %s".formatted(file.file(), e), e);
    }
  }

  /** So that nobody deletes what a long training reads. */
  private void noteUse() {
    if (System.nanoTime() - noted > FrameEviction.NOTED.toNanos()) {
      noted = System.nanoTime();
      CacheFolder.noteUse(file.file());
    }
  }

  private synchronized void restore(int from, int count, byte[] into) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (file.read(from, count, into)) {
        return; // another thread may have been first
      }
      store.restore(source, file);
    }
    throw new IOException("it is deleted again and again");
  }
}
