package org.unroll.datasets.image;

import org.unroll.datasets.image.PictureHeader.Format;
import org.unroll.datasets.table.BadCell;

/**
 * The header of a JPEG (ITU T.81, annex B), and whether the file goes on to its end: the decoder
 * fills up with grey what is missing, and says nothing.
 */
final class JpegHeader {
  private static final int END = 0xD9;
  private static final int APP14 = 0xEE;
  private static final int PRECISION = 8;

  private final FileBytes bytes;
  private long frame = -1; // where the segment is that says the size
  private boolean adobe;

  private JpegHeader(FileBytes bytes) {
    this.bytes = bytes;
  }

  static PictureHeader read(FileBytes bytes) {
    JpegHeader header = new JpegHeader(bytes);
    header.walk();
    return header.checked();
  }

  private void walk() {
    long at = marker(2);
    for (int kind = bytes.at(at); kind != END; kind = bytes.at(at)) {
      if (isFrame(kind) && frame < 0) {
        requireRead(kind);
        frame = at;
      }
      adobe |= kind == APP14 && bytes.has((int) at + 3, "Adobe");
      boolean alone = kind == 0x01 || kind == 0xD8; // markers without a segment
      at = marker(alone ? at + 1 : at + 1 + bytes.big(at + 1, 2));
    }
  }

  /** Where the next marker's kind stands, whatever coded data are before it. */
  private long marker(long from) {
    for (long at = from; ; at++) {
      int kind = bytes.at(at) == 0xFF ? bytes.at(at + 1) : 0;
      boolean restart = kind >= 0xD0 && kind <= 0xD7;
      if (kind != 0 && kind != 0xFF && !restart) {
        return at + 1;
      }
    }
  }

  private static boolean isFrame(int kind) {
    return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
  }

  private static void requireRead(int kind) {
    if (kind > 0xC2) {
      throw new BadCell("a lossless, hierarchical or arithmetic JPEG; save it as a usual one");
    }
  }

  private PictureHeader checked() {
    if (frame < 0) {
      throw new BadCell("a JPEG without a picture");
    }
    if (bytes.at(frame + 3) != PRECISION) {
      throw new BadCell(
          "a JPEG of %d bits a sample; save it with 8".formatted(bytes.at(frame + 3)));
    }
    if (bytes.at(frame + 8) == 4 && !adobe) {
      throw new BadCell(
          "a CMYK JPEG that does not say what its numbers mean (no Adobe marker); save it as RGB");
    }
    return new PictureHeader(Format.JPEG, bytes.big(frame + 6, 2), bytes.big(frame + 4, 2), false);
  }
}
