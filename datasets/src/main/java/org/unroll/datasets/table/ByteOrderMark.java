package org.unroll.datasets.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The first bytes of a text, by which spreadsheets and editors say what it is written in. */
final class ByteOrderMark {
  private ByteOrderMark() {}

  /**
   * The character set of a text.
   *
   * @param bytes at their start, and left there
   * @param otherwise if there is no mark
   */
  static Charset charset(BufferedInputStream bytes, Charset otherwise) throws IOException {
    bytes.mark(3);
    byte[] start = bytes.readNBytes(3);
    bytes.reset();
    if (starts(start, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    } else if (starts(start, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return starts(start, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : otherwise;
  }

  private static boolean starts(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
