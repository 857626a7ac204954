package org.unroll.apps.spark;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole rows of a file, which one executor answers; read there.
 *
 * @param file its absolute path, the same on each machine
 * @param lead bytes at the beginning of the file that tell how to read the rest, such as a header;
 *     0 of what begins there itself
 * @param leadLines lines of those
 * @param leadIsRow whether it is a row, whose answer is another part's
 * @param from the first byte
 * @param to the byte after the last
 * @param line of the file, from 1, that {@code from} is in
 */
record TextPart(
    String file, long lead, int leadLines, boolean leadIsRow, long from, long to, long line)
    implements Serializable {
  private static final int BUFFER = 1 << 16;

  /** A file in one piece. */
  static TextPart whole(Path file, long size) {
    return new TextPart(file.toString(), 0, 0, false, 0, size, 1);
  }

  /** A file of its own. */
  void write(Path to) throws IOException {
    try (RandomAccessFile source = new RandomAccessFile(file, "r");
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), BUFFER)) {
      copy(source, 0, lead, out);
      copy(source, from, this.to, out);
    }
  }

  private void copy(RandomAccessFile source, long begin, long end, OutputStream out)
      throws IOException {
    source.seek(begin);
    InputStream bytes = Channels.newInputStream(source.getChannel());
    byte[] buffer = new byte[BUFFER];
    for (long left = end - begin; left > 0; ) {
      int read = bytes.read(buffer, 0, (int) Math.min(BUFFER, left));
      if (read < 0) {
        throw new EOFException(file + " is shorter than it was");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  /** Where a line of {@link #write}'s file stands in the whole one. */
  long lineOf(long written) {
    return written <= leadLines ? written : line + written - leadLines - 1;
  }
}
