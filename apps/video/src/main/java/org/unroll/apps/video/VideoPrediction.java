package org.unroll.apps.video;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.app.Prediction;

/**
 * What a net says of a recording.
 *
 * @param video its name
 * @param rate frames a second
 * @param labels the most probable class of each frame; none if numbers are predicted
 * @param probabilities of those
 * @param numbers by column, one a frame; none if classes are predicted
 */
public record VideoPrediction(
    String video,
    double rate,
    List<String> labels,
    List<Double> probabilities,
    Map<String, List<Double>> numbers)
    implements Prediction {

  /**
   * Frames of one class.
   *
   * @param end its last frame
   */
  public record Segment(int start, int end, String label) {}

  /** Neighbours of one class together. */
  @JsonIgnore
  public List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    for (int start = 0, frame = 1; frame <= labels.size(); frame++) {
      if (frame == labels.size() || !labels.get(frame).equals(labels.get(start))) {
        segments.add(new Segment(start, frame - 1, labels.get(start)));
        start = frame;
      }
    }
    return segments;
  }

  /** Segments, or of numbers a line a frame. */
  @Override
  public List<String> toLines() {
    List<String> lines = new ArrayList<>();
    for (Segment each : segments()) {
      lines.add(
          "%s  %s–%s s  %s"
              .formatted(video, seconds(each.start()), seconds(each.end() + 1), each.label()));
    }
    if (labels.isEmpty()) {
      rows().forEach(row -> lines.add(row.toString()));
    }
    return lines;
  }

  private String seconds(int frame) {
    return String.format(Locale.ROOT, "%.2f", frame / rate);
  }

  /** A row a frame. */
  @Override
  public List<Map<String, Object>> rows() {
    int frames = labels.isEmpty() ? numbers.values().iterator().next().size() : labels.size();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("video", video);
      row.put("frame", frame);
      row.put("seconds", seconds(frame));
      if (!labels.isEmpty()) {
        row.put("label", labels.get(frame));
        row.put("probability", probabilities.get(frame));
      }
      for (Map.Entry<String, List<Double>> column : numbers.entrySet()) {
        row.put(column.getKey(), column.getValue().get(frame));
      }
      rows.add(row);
    }
    return rows;
  }
}
