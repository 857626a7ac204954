package org.unroll.datasets.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.unroll.core.UserError;

/**
 * Lays segments over the frames of a recording.
 *
 * @param of the recording, for messages
 */
record Segments(FrameColumns.Unit unit, FrameNumbers frames, Object of) {
  /** A segment may end this much after the video: players round its length, and sound is longer. */
  private static final double SECONDS_BEYOND = 0.5;

  /** Seconds are written with three digits, or more: 0.067 for a frame at 2/30. */
  private static final double ROUNDING = 0.000501;

  /**
   * A value for each frame. One with which a segment ends and another starts is of the latter.
   *
   * @param none of the frames in no segment
   * @throws UserError if segments overlap, end before they start or after the video
   */
  List<LabelValue> values(List<LabelRow> segments, LabelValue none) {
    List<LabelRow> sorted = new ArrayList<>(segments);
    sorted.sort(Comparator.comparingDouble(LabelRow::start));
    check(sorted);
    List<LabelValue> values = new ArrayList<>(Collections.nCopies(frames.length(), none));
    for (LabelRow segment : sorted) {
      for (int frame = 0; frame < frames.length(); frame++) {
        if (isIn(segment, frame)) {
          values.set(frame, segment.value());
        }
      }
    }
    return values;
  }

  private boolean isIn(LabelRow segment, int frame) {
    if (unit == FrameColumns.Unit.FRAMES) {
      return segment.start() <= frames.number(frame) && frames.number(frame) <= segment.end();
    }
    double time = frames.seconds(frame) + ROUNDING;
    return segment.start() <= time && time < segment.end();
  }

  private void check(List<LabelRow> sorted) {
    for (LabelRow segment : sorted) {
      checkPlace(segment);
    }
    for (int i = 1; i < sorted.size(); i++) {
      LabelRow before = sorted.get(i - 1);
      LabelRow after = sorted.get(i);
      if (after.start() < before.end() || after.start() == before.start()) {
        throw new UserError(
            "%s: the segment %s overlaps %s of line %d; a frame has one label"
                .formatted(after.origin(), name(after), name(before), before.origin().line()));
      }
    }
  }

  private void checkPlace(LabelRow segment) {
    String at = segment.origin() + ": the segment " + name(segment);
    if (segment.end() < segment.start()) {
      throw new UserError(at + " ends before it starts");
    }
    boolean inFrames = unit == FrameColumns.Unit.FRAMES;
    double first = inFrames ? frames.number(0) : 0;
    if (segment.start() < first) {
      throw new UserError(
          at + " starts before " + of + ", which has " + length() + firstFrame(inFrames));
    }
    double last =
        inFrames ? frames.last() : frames.seconds(frames.length() - 1) + 1 / frames.rate();
    if (segment.end() > last + (inFrames ? 0 : SECONDS_BEYOND)) {
      throw new UserError(
          at
              + " is past the end of "
              + of
              + ", which has "
              + length()
              + (inFrames ? "; for seconds set data.columns.unit: seconds" : ""));
    }
  }

  private static String firstFrame(boolean inFrames) {
    return inFrames ? "; data.columns.first-frame says where they start" : "";
  }

  private String length() {
    double seconds = frames.seconds(frames.length() - 1) + 1 / frames.rate();
    return unit == FrameColumns.Unit.FRAMES
        ? frames.toString()
        : Math.round(seconds * 1000) / 1000.0 + " s";
  }

  private String name(LabelRow segment) {
    return unit == FrameColumns.Unit.FRAMES
        ? (long) segment.start() + " to " + (long) segment.end()
        : segment.start() + " to " + segment.end() + " s";
  }
}
