package org.unroll.datasets.recording;

import java.util.stream.IntStream;

/**
 * How label files number the frames of a recording.
 *
 * @param numbers by frame, ascending, at least one; not to be changed
 * @param seconds when each is shown, from the start; not to be changed
 * @param rate of the numbers: how many in a second
 */
record FrameNumbers(int[] numbers, double[] seconds, double rate) {
  /** Shown as the numbers say. */
  static FrameNumbers of(int[] numbers, double rate) {
    double[] seconds =
        IntStream.of(numbers).mapToDouble(number -> (number - numbers[0]) / rate).toArray();
    return new FrameNumbers(numbers, seconds, rate);
  }

  /**
   * All frames that a file has, of which some are there, each shown when the file says so: what is
   * damaged or left out moves no other.
   *
   * @param rate frames a second, where the file does not tell
   */
  static FrameNumbers of(PictureSource.Footage footage, int first, double rate) {
    int[] numbers = counted(first, footage.counted(), rate).numbers();
    int[] places = footage.places();
    double[] seconds = new double[numbers.length];
    int before = 0; // of those that are there, the last so far
    for (int frame = 0; frame < seconds.length; frame++) {
      while (before + 1 < places.length && places[before + 1] <= frame) {
        before++;
      }
      seconds[frame] = footage.seconds()[before] + (frame - places[before]) / rate;
    }
    return new FrameNumbers(numbers, seconds, rate);
  }

  /** One after the other. */
  static FrameNumbers counted(int first, int length, double rate) {
    int[] numbers = new int[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = first + i;
    }
    return of(numbers, rate);
  }

  int length() {
    return numbers.length;
  }

  int number(int frame) {
    return numbers[frame];
  }

  int last() {
    return numbers[numbers.length - 1];
  }

  /** Seconds from the start. */
  double seconds(int frame) {
    return seconds[frame];
  }

  @Override
  public String toString() {
    return "%d frames, numbered %d to %d".formatted(length(), numbers[0], last());
  }
}
