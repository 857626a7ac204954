package org.unroll.core.data;

import java.util.Optional;

/**
 * Counts the line ends of a text, character by character. A line ends at LF or CRLF and nowhere
 * else, as wc, sed and git have it: whatever reads a text must count alike, or line n of a file no
 * longer goes with line n of another. Only in a text without any LF does CR end the lines, as on
 * old Macs. Not thread-safe.
 */
public final class LineEnds {
  private final String name;
  private long ended;
  private long lone; // carriage returns without LF
  private long firstLone;
  private boolean afterReturn;

  /**
   * @param name of the text, for messages
   */
  public LineEnds(String name) {
    this.name = name;
  }

  /** The next character. */
  public void add(char character) {
    if (afterReturn && character != '\n') {
      lone++;
      firstLone = lone == 1 ? ended + 1 : firstLone;
    }
    if (character == '\n') {
      ended++;
    }
    afterReturn = character == '\r';
  }

  /** Number of the line of the next character, from 1. */
  public long line() {
    return ended > 0 ? ended + 1 : lone + (afterReturn ? 2 : 1);
  }

  /** What the user should know at the end of the text: carriage returns that end no line. */
  public Optional<String> told() {
    if (lone == 0 || ended == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "%s: carriage returns (CR) without LF: %,d, the first in line %,d; they end no line and stay in the text"
            .formatted(name, lone, firstLone));
  }
}
