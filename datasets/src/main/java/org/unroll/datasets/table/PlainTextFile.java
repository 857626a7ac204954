package org.unroll.datasets.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.LineEnds;
import org.unroll.core.data.LineReader;

/**
 * The one way to a user's file of text: UTF-8, packed by gzip if its name ends in {@code .gz}. It
 * is looked through before it is parsed, so that whatever is no text is one message with its line;
 * that takes a second or two for a gigabyte.
 */
public final class PlainTextFile {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final LineEnds ends;

  private PlainTextFile(Path file) {
    this.file = file;
    this.ends = new LineEnds(file.toString());
  }

  /**
   * The path that a config names.
   *
   * @param key of the config, for the message
   */
  public static Path path(String key, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new UserError(
          "%s: no path of this system: %s; mend it, or if it is right, set LC_ALL=C.UTF-8"
              .formatted(key, e.getReason()),
          e);
    }
  }

  /**
   * @return what the user should know of its line ends
   * @throws UserError if the file is not there, cannot be read, or is no UTF-8 text
   */
  public static Optional<String> require(Path file) {
    try (InputStream bytes = bytes(file)) {
      return new PlainTextFile(file).scan(bytes);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The text after its byte-order mark; its decoder refuses what is not UTF-8. */
  static BufferedReader open(Path file) throws IOException {
    return LineReader.afterMark(
        new InputStreamReader(bytes(file), StandardCharsets.UTF_8.newDecoder()));
  }

  /** The lines of the text. */
  public static LineReader lines(Path file) throws IOException {
    return new LineReader(file.toString(), open(file));
  }

  /** Whether LF ends its lines; where none does, CR ends them. */
  static boolean hasLineFeed(Path file) throws IOException {
    try (BufferedReader text = open(file)) {
      int character = text.read();
      while (character >= 0 && character != '\n') {
        character = text.read();
      }
      return character == '\n';
    }
  }

  /** The unpacked bytes. */
  public static InputStream bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UserError(file + ": is a folder; a file was expected");
    }
    if (!Files.exists(file)) {
      String below = file.isAbsolute() ? "" : " below " + Path.of("").toAbsolutePath();
      throw new UserError(
          Files.isSymbolicLink(file)
              ? file + ": there is no such file: the link leads nowhere; mend it"
              : file + ": there is no such file" + below + "; check the path");
    }
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + ": is a pipe or a device; put its content into a file");
    }
    return PackedFile.open(file);
  }

  public static UserError unreadable(Path file, IOException e) {
    if (e instanceof CharacterCodingException) {
      return new UserError(file + ": not UTF-8 text; save the file as UTF-8", e);
    }
    return new UserError(
        "%s: cannot be read (%s); check its permissions and the disk"
            .formatted(file, e.getClass().getSimpleName()),
        e);
  }

  private Optional<String> scan(InputStream text) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer characters = CharBuffer.allocate(BUFFER);
    for (boolean end = false; !end; ) {
      int read = text.read(bytes.array(), bytes.position(), bytes.remaining());
      end = read < 0;
      bytes.position(bytes.position() + Math.max(0, read)).flip();
      // as many characters fit as there are bytes, so that it never overflows
      CoderResult result = decoder.decode(bytes, characters, end);
      look(characters.flip());
      characters.clear();
      if (result.isError()) {
        throw notUtf8(bytes.get(bytes.position()) & 0xFF);
      }
      bytes.compact();
    }
    return ends.told();
  }

  private void look(CharBuffer characters) {
    while (characters.hasRemaining()) {
      char character = characters.get();
      if (character == 0) {
        throw new UserError(
            "%s:%d: a NUL byte: this is no text, or it is UTF-16. Save it as UTF-8, or name another file."
                .formatted(file, ends.line()));
      }
      ends.add(character);
    }
  }

  private UserError notUtf8(int found) {
    return new UserError(
        "%s:%d: not UTF-8 text (byte %02X). If it is a text, save it as UTF-8, such as by iconv -f windows-1252 -t utf-8; if not, name another file."
            .formatted(file, ends.line(), found));
  }
}
