package org.unroll.core.metric;

import java.util.Arrays;

/**
 * Smooths predicted classes: a frame gets the class that most frames around it have. Frames at the
 * ends have fewer around them. Only a class that is more frequent than every other replaces the
 * frame's own; a tie keeps it.
 *
 * @param width of the window in frames, odd; 1 changes nothing
 */
public record MajorityFilter(int width) {
  /**
   * @throws IllegalArgumentException if the width is even or not positive
   */
  public MajorityFilter {
    if (width < 1 || width % 2 == 0) {
      throw new IllegalArgumentException("a window of " + width + " frames; it must be odd");
    }
  }

  /**
   * @param predicted class numbers from 0, in the order of the frames
   * @return as many
   */
  public int[] smooth(int[] predicted) {
    int half = width / 2;
    int[] counts = new int[Arrays.stream(predicted).max().orElse(0) + 1];
    for (int frame = 0; frame < Math.min(half, predicted.length); frame++) {
      counts[predicted[frame]]++;
    }
    int[] smoothed = new int[predicted.length];
    for (int frame = 0; frame < predicted.length; frame++) {
      if (frame + half < predicted.length) {
        counts[predicted[frame + half]]++;
      }
      smoothed[frame] = majority(counts, predicted[frame]);
      if (frame >= half) {
        counts[predicted[frame - half]]--;
      }
    }
    return smoothed;
  }

  private static int majority(int[] counts, int own) {
    int best = own;
    boolean alone = true;
    for (int number = 0; number < counts.length; number++) {
      if (counts[number] > counts[best]) {
        best = number;
        alone = true;
      } else if (number != best && counts[number] == counts[best]) {
        alone = false;
      }
    }
    return alone ? best : own;
  }
}
