package org.unroll.core.data;

/** Where an example was read, for messages: file (or generator) and line, from 1. */
public record Origin(String source, long line) {
  @Override
  public String toString() {
    return source + ":" + line;
  }
}
