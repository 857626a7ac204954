package org.unroll.datasets.pair;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.app.Alignment;
import org.unroll.core.app.Prediction;

/**
 * What the net makes of a sentence.
 *
 * @param text the sentence
 * @param translation the best one
 * @param best if several were asked for, all of them, the best first; otherwise none
 * @param alignment of the best one; without weights if the net has no attention
 */
public record Translation(
    @JsonIgnore String text,
    String translation,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Ranked> best,
    @JsonIgnore Alignment alignment)
    implements Prediction {
  /**
   * Of a blank sentence.
   *
   * @param ranked whether several were asked for
   */
  public static Translation nothing(String text, boolean ranked) {
    List<Ranked> best = ranked ? List.of(new Ranked("", 0)) : List.of();
    return new Translation(text, "", best, Alignment.NOWHERE);
  }

  /**
   * One of several.
   *
   * @param score what they are ranked by, the higher the better
   */
  public record Ranked(String translation, double score) {}

  @Override
  public List<String> toLines() {
    if (best.isEmpty()) {
      return List.of(translation);
    }
    List<String> lines = new ArrayList<>();
    for (Ranked each : best) {
      lines.add(String.format(Locale.ROOT, "%.3f %s", each.score, each.translation));
    }
    return lines;
  }

  /** One of several, in a table. */
  private record RankedLine(String text, int rank, String translation, double score) {}

  @Override
  public List<?> rows() {
    List<RankedLine> rows = new ArrayList<>();
    for (Ranked each : best) {
      rows.add(new RankedLine(text, rows.size() + 1, each.translation, each.score));
    }
    return rows;
  }

  @Override
  public Optional<Alignment> looked() {
    return alignment.weights().isEmpty() ? Optional.empty() : Optional.of(alignment);
  }
}
