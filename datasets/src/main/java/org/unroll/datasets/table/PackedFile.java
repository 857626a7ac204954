package org.unroll.datasets.table;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.unroll.core.UserError;

/** The bytes of a file, unpacked if its name ends in {@code .gz}. */
final class PackedFile {
  static final String ENDING = ".gz";

  private static final int BUFFER = 1 << 16;

  private PackedFile() {}

  /**
   * @throws UserError if the name and the content disagree; also while reading, if the file is
   *     damaged
   */
  static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      bytes.mark(2);
      int first = bytes.read();
      int second = bytes.read();
      bytes.reset();
      boolean gzip = first == 0x1F && second == 0x8B;
      refuse(file, gzip, first == 'P' && second == 'K' && isZip(bytes));
      return gzip ? new Unpacked(file, bytes) : bytes;
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static boolean isZip(InputStream bytes) throws IOException {
    bytes.mark(4);
    byte[] start = bytes.readNBytes(4);
    bytes.reset();
    return start.length == 4 && start[2] < ' ' && start[3] < ' ';
  }

  private static void refuse(Path file, boolean gzip, boolean zip) {
    boolean named = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    if (zip) {
      throw new UserError(
          file + ": a zip archive (or a spreadsheet); unpack it, or save it as text");
    }
    if (gzip && !named) {
      throw new UserError(file + ": packed by gzip; let its name end in .gz, or unpack it");
    }
    if (named && !gzip) {
      throw new UserError(
          file + ": not packed by gzip; pack it, or take .gz from the end of its name");
    }
  }

  /** Says so if it is damaged; after a whole gzip file only another one may follow. */
  private static final class Unpacked extends FilterInputStream {
    private final Path file;

    Unpacked(Path file, InputStream packed) throws IOException {
      super(packed);
      this.file = file;
      try {
        in = new GzipCompressorInputStream(packed, true);
      } catch (IOException e) {
        throw damaged(e);
      }
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw damaged(e);
      }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return super.read(bytes, from, length);
      } catch (IOException e) {
        throw damaged(e);
      }
    }

    private UserError damaged(IOException e) {
      return new UserError(
          e instanceof EOFException
              ? file + ": cut off: the packed data end too early. Get the file again."
              : "%s: damaged (%s). Get the file again, or pack it again."
                  .formatted(file, e.getMessage()),
          e);
    }
  }
}
