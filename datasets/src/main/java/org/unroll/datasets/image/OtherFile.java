package org.unroll.datasets.image;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Names what a file is that is no picture which is read. */
final class OtherFile {
  /** Where the name of the kind of a file stands that is made of boxes. */
  private static final int BRAND = 8;

  private static final int LOOKED_AT = 400;

  private OtherFile() {}

  static String name(FileBytes bytes) {
    if (bytes.length() == 0) {
      return "an empty file";
    }
    if (bytes.has(0, "II*\0") || bytes.has(0, "MM\0*")) {
      return "a TIFF";
    }
    if (bytes.has(4, "ftyp")) {
      boolean avif = bytes.has(BRAND, "avi");
      boolean heic = bytes.has(BRAND, "hei") || bytes.has(BRAND, "mif");
      return avif ? "an AVIF picture" : heic ? "a HEIC picture" : "a video";
    }
    if (bytes.has(0, "%PDF")) {
      return "a PDF";
    }
    if (bytes.has(0, "8BPS")) {
      return "a Photoshop file";
    }
    if (bytes.has(0, "PK\u0003\u0004") || bytes.has(0, "\u001F\u008B")) {
      return "an archive";
    }
    return isText(bytes) ? "text, no picture" : "no picture, or a damaged one";
  }

  private static boolean isText(FileBytes bytes) {
    // a character that is cut in two at the end is no reason to call it otherwise
    for (int less = 0; less < 4; less++) {
      int length = Math.min(LOOKED_AT, bytes.length()) - less;
      if (length > 0 && isText(ByteBuffer.wrap(bytes.bytes(), 0, length))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isText(ByteBuffer start) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(start)
          .chars()
          .noneMatch(character -> character < '\t');
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
