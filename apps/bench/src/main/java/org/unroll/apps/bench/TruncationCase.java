package org.unroll.apps.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the table of truncated back-propagation through time is of.
 *
 * @param frames of each sequence
 * @param batch sequences to train on, all in one batch, and as many to test on
 * @param length steps of a truncated section
 * @param size units of the LSTM
 * @param epochs passes over the training sequences
 * @param seed of sequences and weights
 */
record TruncationCase(int frames, int batch, int length, int size, int epochs, int seed) {

  /** Of what {@link #arguments} gave. */
  static TruncationCase of(List<String> arguments) {
    int[] numbers = arguments.stream().mapToInt(Integer::parseInt).toArray();
    return new TruncationCase(
        numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
  }

  /** For the command line of another JVM. */
  List<String> arguments() {
    return IntStream.of(frames, batch, length, size, epochs, seed)
        .mapToObj(String::valueOf)
        .toList();
  }

  List<LastPulse> training() {
    return LastPulse.draw(batch, frames, seed);
  }

  /** Others than those of the training. */
  List<LastPulse> test() {
    return LastPulse.draw(batch, frames, ~(long) seed);
  }
}
