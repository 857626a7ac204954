package org.unroll.core.run;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The bytes of an entry: no more and no fewer than the zip declares, with the check sum that it
 * declares, or reading fails. Java checks neither. Not thread-safe.
 */
final class EntryStream extends InputStream {
  private final InputStream in;
  private final ZipEntry entry;
  private final CRC32 sum = new CRC32();
  private long left;

  EntryStream(InputStream in, ZipEntry entry) {
    this.in = in;
    this.entry = entry;
    this.left = entry.getSize();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = unpacked(to, offset, length);
    if (count > left) {
      throw new DamagedEntry(entry.getName(), "is larger than the zip says");
    }
    if (count < 0) {
      requireWhole();
      return count;
    }
    sum.update(to, offset, count);
    left -= count;
    return count;
  }

  private int unpacked(byte[] to, int offset, int length) throws IOException {
    try {
      return in.read(to, offset, length);
    } catch (ZipException | EOFException e) {
      throw new DamagedEntry(entry.getName(), "cannot be unpacked (" + e.getMessage() + ")", e);
    }
  }

  private void requireWhole() throws IOException {
    if (left > 0) {
      throw new DamagedEntry(entry.getName(), "is smaller than the zip says");
    }
    if (sum.getValue() != entry.getCrc()) {
      throw new DamagedEntry(entry.getName(), "has another check sum than the zip says");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
