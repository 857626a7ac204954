package org.unroll.apps.translate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.Prediction;

/**
 * What the net makes of a sentence.
 *
 * @param translation the best one
 * @param best if several were asked for, all of them, the best first; otherwise none
 * @param alignment of the best one; without weights if the net has no attention
 */
record Translation(String translation, List<Ranked> best, @JsonIgnore Alignment alignment)
    implements Prediction {
  /** A sentence with nothing in it. */
  static final Translation NOTHING =
      new Translation("", List.of(), new Alignment(List.of(), List.of(), List.of()));

  /**
   * One of several.
   *
   * @param score what they are ranked by, the higher the better
   */
  record Ranked(String translation, double score) {}

  @Override
  public String toLine() {
    if (best.isEmpty()) {
      return translation;
    }
    StringBuilder lines = new StringBuilder();
    for (Ranked each : best) {
      lines.append(lines.isEmpty() ? "" : "\n");
      lines.append(String.format(Locale.ROOT, "%.3f %s", each.score, each.translation));
    }
    return lines.toString();
  }

  @Override
  public Optional<Alignment> looked() {
    return alignment.weights().isEmpty() ? Optional.empty() : Optional.of(alignment);
  }
}
