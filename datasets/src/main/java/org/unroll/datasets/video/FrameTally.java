package org.unroll.datasets.video;

import java.util.List;

/**
 * What was read of a recording.
 *
 * @param frames how many were taken
 * @param rate frames a second
 * @param counted how many the recording itself has, with those left out
 * @param numbers which of those each taken frame is, from 0; empty if it is each in turn; not to be
 *     changed
 * @param seconds when each taken frame is shown, after the recording's first; not to be changed
 * @param skipped numbers of those that are damaged and were left out
 * @param notices what the user should know, a line each without the recording's name
 */
public record FrameTally(
    int frames,
    double rate,
    int counted,
    int[] numbers,
    double[] seconds,
    List<Integer> skipped,
    List<String> notices) {
  private static final int SHOWN = 5;

  public FrameTally {
    skipped = List.copyOf(skipped);
    notices = List.copyOf(notices);
  }

  /** Which of the recording's own frames this one is. */
  public int number(int frame) {
    return numbers.length == 0 ? frame : numbers[frame];
  }

  /** Whether all frames were taken but those skipped, so that time does not stand still there. */
  boolean hasOwnRate() {
    return frames == counted - skipped.size();
  }

  /**
   * Of frames that were left out.
   *
   * @param what such as "unreadable"
   * @param all with those left out
   */
  static String told(String what, List<?> skipped, int all) {
    StringBuilder text = new StringBuilder();
    text.append("%,d of %,d frames are %s and were skipped: ".formatted(skipped.size(), all, what));
    for (int i = 0; i < Math.min(SHOWN, skipped.size()); i++) {
      text.append(i == 0 ? "" : "; ").append(skipped.get(i));
    }
    return text.append(skipped.size() > SHOWN ? "; …" : "").toString();
  }
}
