package org.unroll.core.data;

/**
 * Where an example was read, for messages.
 *
 * @param source file or generator
 * @param line from 1; 0 if the example is the whole file
 */
public record Origin(String source, long line) {
  /** Of an example that is a file of its own. */
  public static Origin file(Object file) {
    return new Origin(file.toString(), 0);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
