package org.unroll.datasets.recording;

/**
 * How label files number the frames of a recording.
 *
 * @param numbers by frame, ascending, at least one; not to be changed
 * @param rate of the numbers: how many in a second
 */
record FrameNumbers(int[] numbers, double rate) {
  /** One after the other. */
  static FrameNumbers counted(int first, int length, double rate) {
    int[] numbers = new int[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = first + i;
    }
    return new FrameNumbers(numbers, rate);
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
    return (numbers[frame] - numbers[0]) / rate;
  }

  @Override
  public String toString() {
    return "%d frames, numbered %d to %d".formatted(length(), numbers[0], last());
  }
}
