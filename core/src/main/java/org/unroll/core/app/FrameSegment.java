package org.unroll.core.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Frames in a row that have the same class.
 *
 * @param label empty for frames that have none
 * @param frames at least one
 */
public record FrameSegment(String label, int frames) {
  /**
   * @throws IllegalArgumentException if there is no frame
   * @throws NullPointerException if something is missing, as in a line of a file
   */
  public FrameSegment {
    Objects.requireNonNull(label);
    if (frames < 1) {
      throw new IllegalArgumentException(frames + " frames of " + label);
    }
  }

  /** The classes of frames in order, as few segments as there can be. */
  public static List<FrameSegment> of(List<String> labels) {
    List<FrameSegment> segments = new ArrayList<>();
    int from = 0;
    for (int frame = 1; frame <= labels.size(); frame++) {
      if (frame == labels.size() || !labels.get(frame).equals(labels.get(from))) {
        segments.add(new FrameSegment(labels.get(from), frame - from));
        from = frame;
      }
    }
    return segments;
  }

  /**
   * @throws IllegalArgumentException if there are segments that do not cover the frames
   */
  static void check(List<FrameSegment> segments, int frames) {
    long covered = segments.stream().mapToLong(FrameSegment::frames).sum();
    if (!segments.isEmpty() && covered != frames) {
      throw new IllegalArgumentException(covered + " of " + frames + " frames have a class");
    }
  }
}
