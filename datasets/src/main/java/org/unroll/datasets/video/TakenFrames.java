package org.unroll.datasets.video;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.unroll.datasets.image.Picture;

/** Hands frames on, and notes which they are. One thread. */
final class TakenFrames {
  private final FrameSink sink;
  private int[] numbers = new int[64];
  private int count;
  private boolean allInTurn = true;

  TakenFrames(FrameSink sink) {
    this.sink = sink;
  }

  /**
   * @param number of the frame in its recording
   * @param times how often it is taken
   */
  void take(Picture frame, int number, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      sink.take(frame);
      allInTurn &= number == count;
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }
  }

  int count() {
    return count;
  }

  /**
   * When each is shown, in a recording that does not say.
   *
   * @param rate frames a second of the recording
   */
  double[] seconds(double rate) {
    return IntStream.of(numbers).limit(count).mapToDouble(number -> number / rate).toArray();
  }

  /** Of each frame that was taken; empty if they are 0, 1, 2 and so on. */
  int[] numbers() {
    return allInTurn ? new int[0] : Arrays.copyOf(numbers, count);
  }
}
