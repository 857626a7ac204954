package org.unroll.apps.video;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.unroll.core.app.Net;
import org.unroll.core.app.Rival;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphSpec;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Metric;
import org.unroll.datasets.clip.FrameOutcome;
import org.unroll.datasets.recording.Recording;

/**
 * The net without recurrence, which sees one frame at a time: what it lacks is what the frames
 * around tell. Its answers are scored as they are, and smoothed over as many frames as is best on
 * the validation split.
 *
 * @param watched by which the width is chosen
 * @param outputs of a net for the recordings of a split
 */
record FrameWise(
    GraphSpec graph,
    FrameOutcome outcome,
    Metric watched,
    Function<Split, List<Recording>> recordings,
    BiFunction<Net, Split, float[][][]> outputs)
    implements Rival {
  private static final int[] WIDTHS = {3, 5, 9, 15, 25, 41};

  @Override
  public String name() {
    return "frame-wise";
  }

  @Override
  public Map<String, Evaluation> scores(Net net, Split split) {
    List<Recording> scored = recordings.apply(split);
    float[][][] validation = outputs.apply(net, Split.VALIDATION);
    float[][][] said = split == Split.VALIDATION ? validation : outputs.apply(net, split);
    float[][][] smoothed = outcome.smoothed(said, width(validation));
    Map<String, Evaluation> scores = new LinkedHashMap<>();
    scores.put(name(), outcome.score(scored, said));
    scores.put(name() + "-smoothed", outcome.score(scored, smoothed));
    return scores;
  }

  /** That is best for what the net said of the validation split. */
  private int width(float[][][] said) {
    List<Recording> validation = recordings.apply(Split.VALIDATION);
    int best = 1;
    double highest = watched.worst();
    for (int width : WIDTHS) {
      double value =
          outcome
              .score(validation, outcome.smoothed(said, width))
              .metrics()
              .getOrDefault(watched.key(), Double.NaN);
      if (watched.better(value, highest)) {
        highest = value;
        best = width;
      }
    }
    return best;
  }
}
