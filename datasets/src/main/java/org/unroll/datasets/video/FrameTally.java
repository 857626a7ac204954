package org.unroll.datasets.video;

import java.util.List;

/**
 * What was read of a recording.
 *
 * @param frames how many were taken
 * @param counted how many the recording itself has, those skipped among them
 * @param rate frames a second
 * @param skipped numbers, from 0 among all frames of the recording, of those that are damaged and
 *     were left out
 * @param notices what the user should know, a line each without the recording's name
 */
public record FrameTally(
    int frames, int counted, double rate, List<Integer> skipped, List<String> notices) {
  private static final int SHOWN = 5;

  public FrameTally {
    skipped = List.copyOf(skipped);
    notices = List.copyOf(notices);
  }

  /**
   * Which frame of the recording each one taken is: all but the skipped ones or, if they were taken
   * at another rate, those that are shown at their time, the recording's own rate being constant.
   */
  public int[] places() {
    int[] places = new int[frames];
    boolean all = hasOwnRate();
    for (int i = 0, place = 0; i < frames; i++, place++) {
      while (all && skipped.contains(place)) {
        place++;
      }
      places[i] =
          all ? place : (int) Math.min(counted - 1, Math.round((double) i * counted / frames));
    }
    return places;
  }

  /** Whether all frames were taken but those skipped, so that time does not stand still there. */
  public boolean hasOwnRate() {
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
