package org.unroll.apps.video;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.app.FrameSegment;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.TimedSegment;

/**
 * What a net says of a recording.
 *
 * @param video its name
 * @param rate frames a second
 * @param frames numbers of the frames as label files count them; none if they are 0, 1, 2, …
 * @param seconds of the frames from the start; none if they follow from the rate
 * @param labels the most probable class of each frame; none if numbers are predicted
 * @param probabilities of those
 * @param numbers by column, one a frame; none if classes are predicted
 */
public record VideoPrediction(
    String video,
    double rate,
    List<Integer> frames,
    List<Double> seconds,
    List<String> labels,
    List<Double> probabilities,
    Map<String, List<Double>> numbers)
    implements Prediction {

  /** How many frames it is about. */
  int length() {
    return labels.isEmpty() ? numbers.values().iterator().next().size() : labels.size();
  }

  /**
   * Neighbours of one class together. A frame of the recording that was not labelled is of the
   * segment before it; a segment that has none of its frames is left out.
   */
  @JsonIgnore
  public List<TimedSegment> segments() {
    List<TimedSegment> segments = new ArrayList<>();
    int start = 0;
    for (FrameSegment each : FrameSegment.of(labels)) {
      int next = start + each.frames();
      int end = next == labels.size() ? number(next - 1) : number(next) - 1;
      if (end >= number(start)) {
        segments.add(
            new TimedSegment(video, number(start), end, each.label(), time(start), time(next)));
      }
      start = next;
    }
    return segments;
  }

  private int number(int frame) {
    return frames.isEmpty() ? frame : frames.get(frame);
  }

  /** Of the one after the last: when that is gone. */
  private double time(int frame) {
    if (seconds.isEmpty()) {
      return rounded(frame / rate);
    }
    return rounded(frame < seconds.size() ? seconds.get(frame) : time(frame - 1) + 1 / rate);
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  /** Segments, or of numbers a line a frame. */
  @Override
  public List<String> toLines() {
    List<String> lines = new ArrayList<>();
    for (TimedSegment each : segments()) {
      lines.add(
          "%s  %s–%s s  %s"
              .formatted(video, text(each.startSeconds()), text(each.endSeconds()), each.label()));
    }
    if (labels.isEmpty()) {
      rows().forEach(row -> lines.add(row.toString()));
    }
    return lines;
  }

  private static String text(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }

  /** A row a frame, made when it is asked for: an hour has 90,000. */
  @Override
  public List<Map<String, Object>> rows() {
    return new AbstractList<>() {
      @Override
      public Map<String, Object> get(int frame) {
        return row(frame);
      }

      @Override
      public int size() {
        return length();
      }
    };
  }

  private Map<String, Object> row(int frame) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("video", video);
    row.put("frame", number(frame));
    row.put("seconds", text(time(frame)));
    if (!labels.isEmpty()) {
      row.put("label", labels.get(frame));
      row.put("probability", probabilities.get(frame));
    }
    for (Map.Entry<String, List<Double>> column : numbers.entrySet()) {
      row.put(column.getKey(), column.getValue().get(frame));
    }
    return row;
  }

  /** What is written over a frame. */
  List<String> caption(int frame) {
    if (!labels.isEmpty()) {
      return labels.get(frame).isBlank() ? List.of() : List.of(labels.get(frame));
    }
    List<String> lines = new ArrayList<>();
    numbers.forEach(
        (column, values) ->
            lines.add(String.format(Locale.ROOT, "%s %.3f", column, values.get(frame))));
    return lines;
  }
}
