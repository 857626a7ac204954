package org.unroll.datasets.video;

import java.util.Arrays;

/**
 * When the frames that were taken of a video are shown. One thread.
 *
 * <p>Where frames follow each other at one rate, the rate says it exactly: Matroska and FLV round
 * their time stamps to thousandths, and a label that begins with a frame would begin after it.
 */
final class FrameStamps {
  /** Rounded so, or cut off. */
  private static final double ROUNDED = 0.0011;

  private static final double DIGITS = 1e6; // kept, since they stand in a file as text

  private int[] numbers = new int[64];
  private double[] stamps = new double[64];
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  /**
   * @param number of the frame in the video, with those left out
   * @param seconds its time stamp
   */
  void add(int number, double seconds) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
      stamps = Arrays.copyOf(stamps, 2 * count);
    }
    numbers[count] = number;
    stamps[count++] = seconds;
  }

  /**
   * Of each, to a millionth.
   *
   * @param rate frames a second, as the video says
   */
  double[] seconds(double rate) {
    boolean regular = true;
    for (int i = 0; i < count; i++) {
      regular &= Math.abs(stamps[i] - numbers[i] / rate) <= ROUNDED;
    }
    double[] seconds = new double[count];
    for (int i = 0; i < count; i++) {
      seconds[i] = Math.round((regular ? numbers[i] / rate : stamps[i]) * DIGITS) / DIGITS;
    }
    return seconds;
  }
}
