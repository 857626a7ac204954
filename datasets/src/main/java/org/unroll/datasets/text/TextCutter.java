package org.unroll.datasets.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Cuts a text into what a net reads and writes, and joins that again. Thread-safe. */
public sealed interface TextCutter permits WordCutter, BytePairs {
  /** The pieces of a text in order; none if it is empty. */
  List<String> cut(String text);

  /** The text of pieces that a net wrote. */
  String join(List<String> pieces);

  /** One piece as a reader should see it. */
  String shown(String piece);

  /**
   * Writes what was learnt, if anything.
   *
   * @param file in an existing folder
   */
  void save(Path file) throws IOException;
}
