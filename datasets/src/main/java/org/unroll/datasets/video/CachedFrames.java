package org.unroll.datasets.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.unroll.core.UserError;
import org.unroll.core.layer.image.PictureSize;

/**
 * The decoded frames of a recording on disk, of which no more is in memory than what is read. If
 * somebody deletes them in between, they are decoded anew. Thread-safe.
 */
public final class CachedFrames implements PictureFrames {
  private static final int ATTEMPTS = 5;

  private final FrameStore store;
  private final FrameSource recording;
  private final FrameFile file;

  CachedFrames(FrameStore store, FrameSource recording, FrameFile file) {
    this.store = store;
    this.recording = recording;
    this.file = file;
  }

  /** The video or folder that was decoded. */
  public Path recording() {
    return recording.place();
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

  /**
   * Numbers, from 0 among all frames of the recording, of damaged ones that are left out: if all
   * frames are taken, labels of them are to be left out too.
   */
  public List<Integer> skipped() {
    return file.tally().skipped();
  }

  /** What was read. */
  public FrameTally tally() {
    return file.tally();
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
    } catch (IOException e) {
      throw new UserError("cannot read %s: %s".formatted(file.file(), e), e);
    }
  }

  private synchronized void restore(int from, int count, byte[] into) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (file.read(from, count, into)) {
        return; // another thread may have been first
      }
      store.restore(recording, file);
    }
    throw new IOException("it is deleted again and again");
  }
}
