package org.unroll.datasets.catalog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.unroll.core.UserError;

/** Unpacked content of an archive: ends with a user error if it is damaged or too much. */
final class MeasuredStream extends FilterInputStream {
  private final Archive archive;
  private final Budget budget;

  /** What is left of the bytes allowed, shared by the streams of one archive. One thread. */
  static final class Budget {
    private long left;

    Budget(long bytes) {
      this.left = bytes;
    }
  }

  MeasuredStream(InputStream content, Archive archive, Budget budget) {
    super(content);
    this.archive = archive;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int read;
    try {
      read = super.read(buffer, offset, length);
    } catch (IOException e) {
      throw archive.damaged(e);
    }
    budget.left -= Math.max(0, read);
    if (budget.left < 0) {
      throw new UserError(
          "%s unpacks to more than the %,d bytes allowed; it was not used."
              .formatted(archive.source(), archive.limits().bytes()));
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] buffer = new byte[(int) Math.max(0, Math.min(count, 1 << 16))];
    return Math.max(0, read(buffer, 0, buffer.length)); // skipped bytes count as well
  }

  @Override
  public void close() {
    // the archive is closed as a whole
  }
}
