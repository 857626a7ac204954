package org.unroll.apps.video;

import java.util.ArrayList;
import java.util.List;
import org.unroll.datasets.recording.Recording;
import org.unroll.datasets.video.CachedFrames;

/**
 * Where the frames that were labelled lie in their recording.
 *
 * @param numbers as label files count the recording's own frames; none if they are 0, 1, 2, …
 * @param seconds from its start; none if they follow from the rate
 */
record FrameClock(List<Integer> numbers, List<Double> seconds) {
  private static final double ROUNDED = 0.001; // what is shown of them

  /**
   * @param first number that label files give the first frame
   */
  static FrameClock of(Recording recording, int first) {
    List<Integer> numbers = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    int length = recording.frames().length();
    if (recording.frames() instanceof CachedFrames frames) {
      boolean inTurn = frames.length() == frames.counted();
      for (int frame = 0; frame < (inTurn && first == 0 ? 0 : length); frame++) {
        numbers.add(first + frames.number(frame));
      }
      for (int frame = 0; frame < (hasOwnTimes(frames) ? length : 0); frame++) {
        seconds.add(frames.seconds(frame));
      }
    } else if (first != 0) {
      for (int frame = 0; frame < length; frame++) {
        numbers.add(first + frame);
      }
    }
    return new FrameClock(numbers, seconds);
  }

  /** At a rate that was asked for, frames are taken at the times that follow from it. */
  private static boolean hasOwnTimes(CachedFrames frames) {
    boolean own = false;
    for (int frame = 0; frame < frames.length(); frame++) {
      own |= Math.abs(frames.seconds(frame) - frame / frames.rate()) > ROUNDED;
    }
    return own && frames.hasOwnRate();
  }
}
