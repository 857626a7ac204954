package org.unroll.datasets.caption;

import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.datasets.table.BadCell;

/** The pictures that a file of captions names: files to decode, or features of them. */
interface NamedContents {
  /** Numbers beside the pictures have room in a heap that is full to this share. */
  double MOST_OF_HEAP = 0.75;

  /** The folder, archive or file they are in. */
  Path path();

  /**
   * What a picture is called there.
   *
   * @throws BadCell if there is none, or several may be meant
   */
  String find(String name);

  /** What to do if nothing is found. */
  String remedy();

  /** All there are, in the order of their names. */
  List<String> names();

  /**
   * Reads some of them, and tells how that goes on if there are many.
   *
   * @param found what {@link #find} gave for each
   * @throws UserError if they have no room in Java's memory
   */
  List<ReadContent> read(List<String> found);

  /**
   * The whole of a picture, small, as a PNG in Base64; empty of features.
   *
   * @param found what {@link #find} gave
   */
  default String thumbnail(String found) {
    return "";
  }

  /**
   * @param bytes of each
   * @param remedy what else to do about it
   */
  static void requireRoom(int count, long bytes, String remedy) {
    long most = Runtime.getRuntime().maxMemory();
    if (count * (double) bytes > most * MOST_OF_HEAP) {
      throw new UserError(
          "%,d pictures of %,d bytes each take %,.1f GB, and Java has %,.1f GB: %s, or give it more by -Xmx in .mvn/java.args"
              .formatted(
                  count,
                  bytes,
                  count * (double) bytes / (1L << 30),
                  most / (double) (1L << 30),
                  remedy));
    }
  }
}
