package org.unroll.datasets.caption;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.datasets.table.PlainTextFile;

/**
 * An array that NumPy wrote, of which only the wanted rows are read: such files are often larger
 * than memory, and ND4J's reader takes them whole. Immutable and thread-safe.
 */
record NpyFile(Path file, NpyHeader header) {

  /**
   * @throws UserError if it is no such file, or cut off
   */
  static NpyFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + ": there is no such file; check the path");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      NpyFile opened = new NpyFile(file, NpyHeader.read(channel, file));
      opened.check(Files.size(file));
      return opened;
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  private void check(long length) {
    double numbers = 1;
    for (int size : header.shape()) {
      if (size < 1) {
        throw new UserError("%s: an empty array, of shape %s".formatted(file, header.shape()));
      }
      numbers *= size;
    }
    if (header.shape().size() < 2 || numbers / header.shape().get(0) > Integer.MAX_VALUE / 8) {
      throw new UserError(
          "%s: an array of shape %s; expected a row of numbers for each picture"
              .formatted(file, header.shape()));
    }
    if (length < header.start() + numbers * header.number().bytes()) {
      throw new UserError(file + ": cut off: it ends before its last number; get it again");
    }
  }

  /** Sizes of the array, at least two. */
  List<Integer> shape() {
    return header.shape();
  }

  /** Numbers of a row: of all dimensions but the first. */
  int rowLength() {
    return shape().stream().skip(1).reduce(1, Math::multiplyExact);
  }

  /**
   * @param wanted from 0, in any order
   * @return each row in C order of its dimensions
   */
  float[][] rows(int[] wanted) {
    float[][] rows = new float[wanted.length][rowLength()];
    try (FileChannel channel = FileChannel.open(file)) {
      if (header.columnMajor()) {
        readColumns(channel, wanted, rows);
      } else {
        readRows(channel, wanted, rows);
      }
      return rows;
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  private void readRows(FileChannel channel, int[] wanted, float[][] rows) throws IOException {
    NpyNumber number = header.number();
    int length = rowLength() * number.bytes();
    for (int i = 0; i < wanted.length; i++) {
      ByteBuffer bytes = buffer(channel, wanted[i] * (long) length, length);
      for (int n = 0; n < rows[i].length; n++) {
        rows[i][n] = number.read(bytes, n * number.bytes());
      }
    }
  }

  /** The numbers of one place in all rows stand together: the file is read once, place by place. */
  private void readColumns(FileChannel channel, int[] wanted, float[][] rows) throws IOException {
    NpyNumber number = header.number();
    int length = Math.multiplyExact(shape().get(0), number.bytes());
    for (int n = 0; n < rowLength(); n++) {
      ByteBuffer bytes = buffer(channel, n * (long) length, length);
      int place = inOrder(n);
      for (int i = 0; i < wanted.length; i++) {
        rows[i][place] = number.read(bytes, wanted[i] * number.bytes());
      }
    }
  }

  /** From the place in a row whose first index runs fastest to that whose last one does. */
  private int inOrder(int columnMajor) {
    int rest = columnMajor;
    int place = 0;
    int step = rowLength();
    for (int size : shape().subList(1, shape().size())) {
      step /= size;
      place += rest % size * step;
      rest /= size;
    }
    return place;
  }

  private ByteBuffer buffer(FileChannel channel, long from, int length) throws IOException {
    byte[] bytes = NpyHeader.bytes(channel, header.start() + from, length, file);
    return ByteBuffer.wrap(bytes).order(header.number().order());
  }
}
