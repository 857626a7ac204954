package org.unroll.datasets.image;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.table.PlainTextFile;

/**
 * Pictures and classes in the two files of MNIST's format: numbers in big-endian order, two zeros,
 * the type of the elements (8: bytes), the number of dimensions, the dimensions, the elements.
 * Packed by gzip if their names end in {@code .gz}.
 *
 * @param pictures {@code [count, height, width]}, grey
 * @param labels {@code [count]}
 */
public record IdxFiles(Path pictures, Path labels) {
  private static final int BYTES = 0x0800; // the type, before the number of dimensions
  private static final int LONGEST_SIDE = 4096;

  /** What is read of an open file. */
  private interface Content<T> {
    T read(DataInputStream input, Path file) throws IOException;
  }

  /**
   * @throws UserError if a file is not there, not of this format, cut off, or they do not go
   *     together
   */
  public List<LabelledPicture> read() {
    List<Picture> read = open(pictures, IdxFiles::pictures);
    byte[] classes = open(labels, IdxFiles::labels);
    if (read.size() != classes.length) {
      throw new UserError(
          "%s has %,d pictures, but %s %,d labels: they do not go together"
              .formatted(pictures, read.size(), labels, classes.length));
    }
    List<LabelledPicture> labelled = new ArrayList<>();
    for (int i = 0; i < classes.length; i++) {
      Origin origin = new Origin(pictures.toString(), i + 1);
      labelled.add(new LabelledPicture(read.get(i), Integer.toString(classes[i] & 0xFF), origin));
    }
    return labelled;
  }

  private static <T> T open(Path file, Content<T> content) {
    try (DataInputStream input = new DataInputStream(PlainTextFile.bytes(file))) {
      T read = content.read(input, file);
      if (input.read() >= 0) {
        throw new UserError(file + ": goes on after its last element; get it again");
      }
      return read;
    } catch (EOFException e) {
      throw new UserError(file + ": cut off: it ends before its last element; get it again", e);
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  private static List<Picture> pictures(DataInputStream input, Path file) throws IOException {
    int count = count(input, file, 3);
    PictureSize size = new PictureSize(1, side(input, file), side(input, file));
    List<Picture> pictures = new ArrayList<>(); // grows with what is there, not what is announced
    for (int i = 0; i < count; i++) {
      byte[] pixels = new byte[size.length()];
      input.readFully(pixels);
      pictures.add(new Picture(size, pixels));
    }
    return pictures;
  }

  private static byte[] labels(DataInputStream input, Path file) throws IOException {
    int count = count(input, file, 1);
    byte[] labels = input.readNBytes(count);
    if (labels.length < count) {
      throw new EOFException();
    }
    return labels;
  }

  private static int count(DataInputStream input, Path file, int dimensions) throws IOException {
    int magic = input.readInt();
    if (magic != BYTES + dimensions) {
      throw new UserError(
          "%s: no idx file of bytes in %d dimensions: it begins with %08X, not %08X"
              .formatted(file, dimensions, magic, BYTES + dimensions));
    }
    return within(input.readInt(), Integer.MAX_VALUE, file);
  }

  private static int side(DataInputStream input, Path file) throws IOException {
    return within(input.readInt(), LONGEST_SIDE, file);
  }

  private static int within(int number, int most, Path file) {
    if (number < 1 || number > most) {
      throw new UserError(
          "%s: a dimension of %d; expected 1 to %d: the file is damaged"
              .formatted(file, number, most));
    }
    return number;
  }
}
