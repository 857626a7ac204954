package org.unroll.datasets.stream;

/** Reads a text from its beginning and says where it stands. Not thread-safe. */
interface SignalReader {
  /** What holds after this character. */
  double next(char character);
}
