package org.unroll.core.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A number of each frame, or of every so many if a recording is long.
 *
 * @param target what it is
 * @param every frames from one value to the next; the first is of frame 0
 * @param truth NaN where it is not known
 * @param predicted as many
 */
public record FrameCurve(String target, int every, List<Double> truth, List<Double> predicted) {
  /**
   * @throws IllegalArgumentException if there are not as many of both
   * @throws NullPointerException if something is missing, as in a line of a file
   */
  public FrameCurve {
    Stream.of(target, truth, predicted).forEach(Objects::requireNonNull);
    if (truth.size() != predicted.size() || every < 1) {
      throw new IllegalArgumentException(
          truth.size() + " and " + predicted.size() + " values, every " + every + " frames");
    }
  }
}
