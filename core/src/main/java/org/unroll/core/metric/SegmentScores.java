package org.unroll.core.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Scores of the segments of some videos (Farha &amp; Gall, CVPR 2019), summed up video by video:
 * {@code edit}, the mean over the videos, and {@code f1-10, f1-25, f1-50} of the segments of all,
 * each 0–100. Not thread-safe.
 */
final class SegmentScores {
  private static final Metric[] METRICS = {Metric.F1_10, Metric.F1_25, Metric.F1_50};
  private static final double[] OVERLAPS = {0.1, 0.25, 0.5};

  private final OptionalInt background;
  private final long[] found = new long[OVERLAPS.length];
  private long segments; // true and predicted ones
  private double edits;
  private int videos;

  /**
   * @param background a class that makes no segments
   */
  SegmentScores(OptionalInt background) {
    this.background = background;
  }

  /**
   * Adds a video of at least one frame.
   *
   * @param truth a class for each frame, none without a label
   * @param predicted as many
   */
  void add(int[] truth, int[] predicted) {
    Segments wanted = Segments.of(truth, background);
    Segments said = Segments.of(predicted, background);
    for (int i = 0; i < OVERLAPS.length; i++) {
      found[i] += wanted.found(said, OVERLAPS[i]);
    }
    segments += wanted.list().size() + said.list().size();
    edits += wanted.edit(said);
    videos++;
  }

  /** Name to value; what is not defined is left out. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (videos > 0) {
      metrics.put(Metric.EDIT.key(), edits / videos);
    }
    for (int i = 0; segments > 0 && i < OVERLAPS.length; i++) {
      // the harmonic mean of found / predicted and found / true
      metrics.put(METRICS[i].key(), 100.0 * (2 * found[i]) / segments);
    }
    return metrics;
  }
}
