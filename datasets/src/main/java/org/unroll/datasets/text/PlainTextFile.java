package org.unroll.datasets.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.unroll.core.config.UserError;

/**
 * Looks through a user's file before it is parsed, so that whatever is no text is one message with
 * its line. Takes a second or two for a gigabyte.
 */
public final class PlainTextFile {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private long line = 1;
  private char before;

  private PlainTextFile(Path file) {
    this.file = file;
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
   * @throws UserError if the file is not there, cannot be read, or is no UTF-8 text
   */
  public static void require(Path file) {
    if (Files.isDirectory(file)) {
      throw new UserError(
          file + ": is a folder; a file that ends in .csv, .tsv, .jsonl or .txt was expected");
    }
    if (!Files.exists(file)) {
      String below = file.isAbsolute() ? "" : " below " + Path.of("").toAbsolutePath();
      throw new UserError(file + ": there is no such file" + below + "; check the path");
    }
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + ": is a pipe or a device; put its content into a file");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      new PlainTextFile(file).scan(channel);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  public static UserError unreadable(Path file, IOException e) {
    return new UserError(
        "%s: cannot be read (%s); check its permissions and the disk"
            .formatted(file, e.getClass().getSimpleName()),
        e);
  }

  private void scan(FileChannel channel) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer characters = CharBuffer.allocate(BUFFER);
    for (boolean end = false; !end; ) {
      end = channel.read(bytes) < 0;
      bytes.flip();
      // as many characters fit as there are bytes, so that it never overflows
      CoderResult result = decoder.decode(bytes, characters, end);
      look(characters.flip());
      characters.clear();
      if (result.isError()) {
        throw notUtf8(bytes.get(bytes.position()) & 0xFF);
      }
      bytes.compact();
    }
  }

  private void look(CharBuffer characters) {
    while (characters.hasRemaining()) {
      char character = characters.get();
      if (character == 0) {
        throw new UserError(
            "%s:%d: a NUL byte: this is no text, or it is UTF-16. Save it as UTF-8, or name another file."
                .formatted(file, line));
      }
      if (character == '\r' || character == '\n' && before != '\r') {
        line++;
      }
      before = character;
    }
  }

  private UserError notUtf8(int found) {
    return new UserError(
        "%s:%d: not UTF-8 text (byte %02X). If it is a text, save it as UTF-8, such as by iconv -f windows-1252 -t utf-8; if not, name another file."
            .formatted(file, line, found));
  }
}
