package org.unroll.datasets.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.LineEnds;
import org.unroll.core.data.LineReader;

/**
 * The one way to a user's file of text: UTF-8, or what its byte-order mark or the config says,
 * packed by gzip if its name ends in {@code .gz}. It is looked through before it is parsed, so that
 * whatever is no text is one message with its line; that takes a second or two for a gigabyte.
 */
public final class PlainTextFile {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Charset charset;
  private final LineEnds ends;

  private PlainTextFile(Path file, Charset charset) {
    this.file = file;
    this.charset = charset;
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
    return require(file, UTF_8);
  }

  /** The same of a text in another character set, if no byte-order mark says what it is in. */
  public static Optional<String> require(Path file, Charset charset) {
    try (BufferedInputStream bytes = new BufferedInputStream(bytes(file))) {
      return new PlainTextFile(file, ByteOrderMark.charset(bytes, charset)).scan(bytes);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The text after its byte-order mark; its decoder refuses what is not of its character set. */
  static BufferedReader open(Path file, Charset charset) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(bytes(file));
    Charset found = ByteOrderMark.charset(bytes, charset);
    return LineReader.afterMark(new InputStreamReader(bytes, found.newDecoder()));
  }

  /** The lines of a text, which is UTF-8 if no byte-order mark says else. */
  public static LineReader lines(Path file) throws IOException {
    return lines(file, UTF_8);
  }

  /** The lines of a text. */
  static LineReader lines(Path file, Charset charset) throws IOException {
    return new LineReader(file.toString(), open(file, charset));
  }

  /** All of a text. */
  public static String text(Path file, Charset charset) throws IOException {
    StringWriter text = new StringWriter();
    copy(file, charset, text);
    return text.toString();
  }

  /** Writes all of a text into another. */
  public static void copy(Path file, Charset charset, Writer into) throws IOException {
    try (BufferedReader reader = open(file, charset)) {
      reader.transferTo(into);
    }
  }

  /** Whether LF ends its lines; where none does, CR ends them. */
  static boolean hasLineFeed(Path file, Charset charset) throws IOException {
    try (BufferedReader text = open(file, charset)) {
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
    requireThere(file);
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + ": is a pipe or a device; put its content into a file");
    }
    return PackedFile.open(file);
  }

  /**
   * @throws UserError if there is no file or folder of the name
   */
  public static void requireThere(Path file) {
    if (!Files.exists(file)) {
      String below = file.isAbsolute() ? "" : " below " + Path.of("").toAbsolutePath();
      throw new UserError(
          Files.isSymbolicLink(file)
              ? file + ": there is no such file: the link leads nowhere; mend it"
              : file + ": there is no such file" + below + "; check the path");
    }
  }

  public static UserError unreadable(Path file, IOException e) {
    if (e instanceof CharacterCodingException) {
      return new UserError(
          file + ": not UTF-8 text; save the file as UTF-8, or set data.encoding", e);
    }
    return new UserError(
        "%s: cannot be read (%s); check its permissions and the disk"
            .formatted(file, e.getClass().getSimpleName()),
        e);
  }

  private Optional<String> scan(InputStream text) throws IOException {
    CharsetDecoder decoder = charset.newDecoder();
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
        throw undecoded(bytes.get(bytes.position()) & 0xFF);
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
            "%s:%d: a NUL byte: this is no text, or it is UTF-16. %s"
                .formatted(file, ends.line(), advice()));
      }
      ends.add(character);
    }
  }

  private UserError undecoded(int found) {
    return new UserError(
        "%s:%d: not %s text (byte %02X). %s"
            .formatted(file, ends.line(), charset.name(), found, advice()));
  }

  private String advice() {
    if (charset.equals(UTF_8) && LikelyEncoding.beginsAsUtf8(file)) {
      return "What stands before it is UTF-8: mend this line, or take it out.";
    }
    String likely = LikelyEncoding.of(file).orElse("windows-1252");
    return "If it is a text, it is probably %s: set data.encoding: %s, or save it as UTF-8, such as by iconv -f %s -t utf-8; if not, name another file."
        .formatted(likely, likely, likely);
  }
}
