package org.unroll.datasets.image;

import java.nio.charset.StandardCharsets;
import org.unroll.datasets.table.BadCell;

/**
 * The bytes of a picture file. Whatever reads behind their end gets a {@link BadCell}: the file is
 * cut off.
 */
record FileBytes(byte[] bytes) {
  int length() {
    return bytes.length;
  }

  /** From 0 to 255. */
  int at(long place) {
    if (place < 0 || place >= bytes.length) {
      throw new BadCell("cut off: the file ends before the picture does; get it again");
    }
    return bytes[(int) place] & 0xFF;
  }

  /** A number of some bytes, the most significant first. */
  long big(long place, int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 8 | at(place + i);
    }
    return number;
  }

  /** A number of some bytes, the least significant first. */
  long little(long place, int count) {
    long number = 0;
    for (int i = count - 1; i >= 0; i--) {
      number = number << 8 | at(place + i);
    }
    return number;
  }

  /** Whether these characters, each a byte, stand there. */
  boolean has(int place, String characters) {
    byte[] expected = characters.getBytes(StandardCharsets.ISO_8859_1);
    if (place + expected.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[place + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
