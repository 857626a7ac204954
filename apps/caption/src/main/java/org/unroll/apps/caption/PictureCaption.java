package org.unroll.apps.caption;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unroll.core.app.Prediction;
import org.unroll.core.app.RegionAttention;
import org.unroll.core.app.Sample;

/**
 * What the net says of a picture.
 *
 * @param image the file
 * @param caption the best one
 * @param best if several were asked for, all of them, the best first; otherwise none
 * @param png what the net sees of the picture, small, as a file's bytes in Base64; empty of
 *     features
 * @param places where the net looked for the words of the best one
 */
public record PictureCaption(
    @JsonIgnore String image,
    String caption,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Ranked> best,
    @JsonIgnore String png,
    @JsonIgnore RegionAttention places)
    implements Prediction {
  public PictureCaption {
    best = List.copyOf(best);
  }

  /**
   * One of several.
   *
   * @param score what they are ranked by, the higher the better
   */
  public record Ranked(String caption, double score) {}

  @Override
  public List<String> toLines() {
    if (best.isEmpty()) {
      return List.of(caption);
    }
    List<String> lines = new ArrayList<>();
    for (Ranked each : best) {
      lines.add(String.format(Locale.ROOT, "%.3f %s", each.score, each.caption));
    }
    return lines;
  }

  @Override
  public Optional<String> about() {
    return Optional.of(image);
  }

  /** One of several, in a table. */
  private record RankedLine(String image, int rank, String caption, double score) {}

  @Override
  public List<?> rows() {
    List<RankedLine> rows = new ArrayList<>();
    for (Ranked each : best) {
      rows.add(new RankedLine(image, rows.size() + 1, each.caption, each.score));
    }
    return rows;
  }

  @Override
  public Optional<Sample.Picture> pictured() {
    List<String> others = best.stream().skip(1).map(Ranked::caption).toList();
    return Optional.of(new Sample.Picture(1, 0, image, png, others, caption, false, 0, places));
  }
}
