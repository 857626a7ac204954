package org.unroll.core.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.unroll.core.UserError;
import org.unroll.core.data.LineReader;

/** The lines of standard input, which is UTF-8. Not closed: it is the process's own. */
final class StandardInput {
  private final LineReader lines;

  private StandardInput(LineReader lines) {
    this.lines = lines;
  }

  static StandardInput open() {
    try {
      return new StandardInput(
          new LineReader(
              "standard input",
              LineReader.afterMark(
                  new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()))));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The next line; empty at the end, where the user is told of stray carriage returns. */
  Optional<String> next() {
    try {
      Optional<String> line = lines.next();
      if (line.isEmpty()) {
        lines.told().ifPresent(System.err::println);
      }
      return line;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static UserError unreadable(IOException e) {
    return e instanceof CharacterCodingException
        ? new UserError(
            "the input is not UTF-8 text; convert it first, such as by iconv -f windows-1252 -t utf-8",
            e)
        : new UserError(
            "standard input cannot be read (%s): it is closed, or no text. Give inputs as arguments, by --in FILE or through a pipe."
                .formatted(e.getMessage()),
            e);
  }
}
