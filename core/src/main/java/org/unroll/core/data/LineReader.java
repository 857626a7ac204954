package org.unroll.core.data;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a text by the rule of {@link LineEnds}, in place of {@link BufferedReader#readLine},
 * for which a lone carriage return ends a line too. Not thread-safe.
 */
public final class LineReader implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final Reader text;
  private final LineEnds ends;
  private final char[] buffer = new char[BUFFER];
  private int from;
  private int to;
  private long number;
  private final Deque<String> rest = new ArrayDeque<>(); // of a text without LF

  /**
   * @param name of the text, for messages
   * @param text closed with this reader
   */
  public LineReader(String name, Reader text) {
    this.text = text;
    this.ends = new LineEnds(name);
  }

  /** The text after its byte-order mark, if it has one. */
  public static BufferedReader afterMark(Reader text) throws IOException {
    BufferedReader reader = new BufferedReader(text);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** The next line without its end; empty after the last. */
  public Optional<String> next() throws IOException {
    if (rest.isEmpty() && !isFilled()) {
      return Optional.empty();
    }
    number++;
    return Optional.of(rest.isEmpty() ? read() : rest.remove());
  }

  /** The next line that is not blank; empty after the last. */
  public Optional<String> nextFilled() throws IOException {
    Optional<String> line = next();
    while (line.isPresent() && line.get().isBlank()) {
      line = next();
    }
    return line;
  }

  private String read() throws IOException {
    StringBuilder line = new StringBuilder();
    boolean ended = false;
    while (!ended && isFilled()) {
      char character = buffer[from++];
      ends.add(character);
      ended = character == '\n';
      line.append(character);
    }
    if (!ended) {
      return number == 1 ? firstOfReturns(line.toString()) : line.toString();
    }
    int length = line.length() - 1;
    boolean both = length > 0 && line.charAt(length - 1) == '\r';
    return line.substring(0, both ? length - 1 : length);
  }

  private String firstOfReturns(String text) {
    rest.addAll(List.of(text.split("\r", -1)));
    if (rest.size() > 1 && rest.getLast().isEmpty()) {
      rest.removeLast();
    }
    return rest.remove();
  }

  private boolean isFilled() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, text.read(buffer));
    }
    return from < to;
  }

  /** Number of the line that {@link #next} gave last, from 1. */
  public long number() {
    return number;
  }

  /** What the user should know once the last line is read, see {@link LineEnds#told}. */
  public Optional<String> told() {
    return ends.told();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
