package org.unroll.datasets.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unroll.core.UserError;

/**
 * What a text is probably written in that is no UTF-8. Bytes of 128 to 159 are letters and marks in
 * windows-1252, but for five, and mean nothing in ISO-8859-1; where most letters are beyond ASCII,
 * the script is another one; every second byte of UTF-16 is mostly zero. Control characters are
 * rare in every text.
 */
public final class LikelyEncoding {
  private static final int BYTES = 1 << 20;

  /** Those that texts hold: tab, line ends, form feed, escape, backspace, end of file. */
  private static final String CONTROL = "\t\n\r\f\u001B\b\u001A";

  private static final double RARE = 0.01;
  private static final int PLAINLY = 20;

  private LikelyEncoding() {}

  /** Empty if nothing can be said, as of a file that is no text. */
  public static Optional<String> of(Path file) {
    try (InputStream bytes = PlainTextFile.bytes(file)) {
      return of(bytes.readNBytes(BYTES));
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /** Whether it can be read as a text in some encoding. */
  public static boolean isText(Path file) {
    try {
      toSay(file);
      return true;
    } catch (UserError e) {
      return false;
    }
  }

  /**
   * What {@code data.encoding} must say so that all files can be read: nothing if they are UTF-8.
   *
   * @throws UserError if they are no texts, or not all of one encoding
   */
  public static Optional<String> common(List<Path> files) {
    for (Path file : files) {
      Optional<String> other = toSay(file);
      if (other.isPresent()) {
        files.forEach(each -> refuseUtf8(each, file));
        return other;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> toSay(Path file) {
    try {
      PlainTextFile.require(file);
      return Optional.empty();
    } catch (UserError e) { // whatever is no text at all is none in the likely encoding either
      if (beginsAsUtf8(file)) {
        throw e;
      }
      Optional<String> likely = of(file);
      PlainTextFile.require(file, likely.map(Charset::forName).orElse(StandardCharsets.UTF_8));
      return likely;
    }
  }

  /**
   * Whether a fault in it cannot be that it is written otherwise: so many letters are no chance.
   */
  static boolean beginsAsUtf8(Path file) {
    try (InputStream bytes = PlainTextFile.bytes(file)) {
      CharBuffer text = CharBuffer.allocate(BYTES);
      StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.readNBytes(BYTES)), text, false);
      return text.flip().chars().filter(character -> character > 0x7F).limit(PLAINLY).count()
          == PLAINLY;
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /** Letters beyond ASCII would be misread in silence. */
  private static void refuseUtf8(Path file, Path other) {
    try (InputStream bytes = PlainTextFile.bytes(file)) {
      byte[] text = bytes.readNBytes(BYTES);
      boolean ascii = true;
      for (byte each : text) {
        ascii &= each >= 0;
      }
      if (!ascii && toSay(file).isEmpty()) {
        throw new UserError(
            "%s: is UTF-8, but another of the files is not: %s; save all of them as UTF-8"
                .formatted(file, other));
      }
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  private static Optional<String> of(byte[] text) {
    int[] zeros = new int[2];
    int letters = 0;
    int high = 0;
    int undefined = 0;
    int control = 0;
    for (int i = 0; i < text.length; i++) {
      int b = text[i] & 0xFF;
      zeros[i % 2] += b == 0 ? 1 : 0;
      high += b >= 0xC0 ? 1 : 0;
      letters += b >= 0xC0 || Character.isLetter(b) && b < 0x80 ? 1 : 0;
      control += b < ' ' && CONTROL.indexOf(b) < 0 ? 1 : 0;
      undefined += b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D ? 1 : 0;
    }
    if (zeros[0] + zeros[1] > 0) {
      int most = Math.max(zeros[0], zeros[1]);
      boolean wide = 4 * most > text.length && 10 * Math.min(zeros[0], zeros[1]) < most;
      return wide ? Optional.of(zeros[0] > zeros[1] ? "UTF-16BE" : "UTF-16LE") : Optional.empty();
    }
    if (control > RARE * text.length) {
      return Optional.empty();
    }
    if (2 * high > letters) {
      return Optional.of("windows-1251");
    }
    return Optional.of(undefined > 0 ? "ISO-8859-1" : "windows-1252");
  }
}
