package org.unroll.core.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * Something of an evaluation to draw: plain numbers, kept in {@code charts.json} and drawn by the
 * report. A chart with the title of a {@link Table} is shown in its place, the table folded below.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Chart.Lines.class, name = "lines"),
  @JsonSubTypes.Type(value = Chart.Points.class, name = "points"),
  @JsonSubTypes.Type(value = Chart.Bars.class, name = "bars"),
  @JsonSubTypes.Type(value = Chart.Paths.class, name = "paths"),
  @JsonSubTypes.Type(value = Chart.Heat.class, name = "heat"),
  @JsonSubTypes.Type(value = Chart.Surface.class, name = "surface"),
  @JsonSubTypes.Type(value = Chart.Agreement.class, name = "agreement")
})
public sealed interface Chart {
  String title();

  /**
   * Values along steps, such as a forecast beside what came.
   *
   * @param steps a name a step; ISO stamps without zone are shortened to hours and days, and
   *     ascending numbers lie where they belong
   * @param lines drawn over the bands
   * @param marks steps to point out, such as the first one forecast
   * @param logarithmic whether equal ways up are equal factors; what is not positive is left out
   * @param across what a step is; may be empty
   * @param up what the values are; may be empty
   * @param levels values to point out
   */
  record Lines(
      String title,
      List<String> steps,
      List<Line> lines,
      List<Band> bands,
      List<Mark> marks,
      boolean logarithmic,
      String across,
      String up,
      List<Level> levels)
      implements Chart {
    /**
     * @throws IllegalArgumentException if a line or a band has not one value a step
     */
    public Lines {
      across = across == null ? "" : across; // of an earlier version, as the others
      up = up == null ? "" : up;
      levels = levels == null ? List.of() : levels;
      for (Line line : lines) {
        require(title, line.values(), steps.size());
      }
      for (Band band : bands) {
        require(title, band.low(), steps.size());
        require(title, band.high(), steps.size());
      }
    }

    /** With a vertical axis on which equal ways are equal differences. */
    public Lines(
        String title, List<String> steps, List<Line> lines, List<Band> bands, List<Mark> marks) {
      this(title, steps, lines, bands, marks, false, "", "", List.of());
    }

    /** Lines alone. */
    public Lines(String title, List<String> steps, List<Line> lines) {
      this(title, steps, lines, List.of(), List.of());
    }

    /** The same with names of its axes. */
    public Lines named(String acrossName, String upName) {
      return new Lines(title, steps, lines, bands, marks, logarithmic, acrossName, upName, levels);
    }

    /** The same on a logarithmic axis. */
    public Lines byFactors() {
      return new Lines(title, steps, lines, bands, marks, true, across, up, levels);
    }

    /** The same with values to point out. */
    public Lines with(List<Level> pointedOut) {
      return new Lines(title, steps, lines, bands, marks, logarithmic, across, up, pointedOut);
    }
  }

  /**
   * @param values one a step; NaN where there is none
   */
  record Line(String name, List<Double> values, Stroke stroke) {
    public Line {
      stroke = stroke == null ? Stroke.PLAIN : stroke; // of an earlier version
    }

    /** With a plain stroke. */
    public Line(String name, List<Double> values) {
      this(name, values, Stroke.PLAIN);
    }
  }

  /** How a line is drawn. */
  enum Stroke {
    @JsonProperty("plain")
    PLAIN,
    /** Over the others, such as a simple model that nets are measured by. */
    @JsonProperty("dashed")
    DASHED,
    /** Broad and pale below the others, such as a truth that they are to meet. */
    @JsonProperty("pale")
    PALE,
    /** Thin, grey and without a name beside it, such as one of many. */
    @JsonProperty("faint")
    FAINT
  }

  /** A value with a name, such as a threshold. */
  record Level(String name, double value) {}

  /**
   * The space between two lines.
   *
   * @param low one value a step; NaN where there is none
   * @param high the same
   */
  record Band(String name, List<Double> low, List<Double> high) {}

  /**
   * @param step from 0
   */
  record Mark(String name, int step) {}

  /**
   * One quantity against another.
   *
   * @param across name of the horizontal quantity
   * @param up name of the vertical one
   * @param shares whether both lie between 0 and 1, and the axes reach that far
   * @param logarithmic whether equal ways across are equal factors; what is not positive is left
   *     out
   * @param places names of 0, 1, … across, where these are no numbers; empty if they are
   */
  record Points(
      String title,
      String across,
      String up,
      List<Cloud> clouds,
      boolean shares,
      boolean logarithmic,
      List<String> places)
      implements Chart {
    /** Of any numbers. */
    public Points(String title, String across, String up, List<Cloud> clouds) {
      this(title, across, up, clouds, false);
    }

    /** With equal ways across that are equal differences. */
    public Points(String title, String across, String up, List<Cloud> clouds, boolean shares) {
      this(title, across, up, clouds, shares, false, List.of());
    }

    /** The same on a logarithmic axis. */
    public Points byFactors() {
      return new Points(title, across, up, clouds, shares, true, places);
    }

    /** The same of things across that have names. */
    public Points at(List<String> names) {
      return new Points(title, across, up, clouds, shares, logarithmic, names);
    }

    /**
     * @throws IllegalArgumentException if a cloud has not as many {@code y} as {@code x}
     */
    public Points {
      places = places == null ? List.of() : places; // of an earlier version
      for (Cloud cloud : clouds) {
        require(title, cloud.y(), cloud.x().size());
      }
    }
  }

  /** Points of one kind. */
  record Cloud(String name, List<Double> x, List<Double> y) {}

  /**
   * Ways through a plane, the start of each marked.
   *
   * @param across name of the horizontal quantity
   * @param up name of the vertical one
   * @param paths the points of each in their order
   */
  record Paths(String title, String across, String up, List<Cloud> paths) implements Chart {
    /**
     * @throws IllegalArgumentException if a path has not as many {@code y} as {@code x}
     */
    public Paths {
      for (Cloud path : paths) {
        require(title, path.y(), path.x().size());
      }
    }
  }

  /**
   * Values of several things along steps as colours, red above 0 and blue below.
   *
   * @param across what the columns are
   * @param rows a name each
   * @param values those of each row, one a column
   * @param limit the size of a value, above 0, with the full colour
   */
  record Heat(
      String title, String across, List<String> rows, List<List<Double>> values, double limit)
      implements Chart {
    /**
     * @throws IllegalArgumentException if the rows are not of one length, or not as many as names
     */
    public Heat {
      if (values.size() != rows.size()) {
        throw new IllegalArgumentException(
            "chart '" + title + "': " + values.size() + " rows for " + rows.size() + " names");
      }
      for (List<Double> row : values) {
        require(title, row, values.get(0).size());
      }
    }
  }

  /**
   * Ways over a surface seen from above, the start and the steps of each marked; they end at its
   * edge.
   *
   * @param across name of the horizontal quantity
   * @param up name of the vertical one
   * @param height name of what the colours tell
   */
  record Surface(
      String title, String across, String up, String height, Plane plane, List<Cloud> paths)
      implements Chart {
    /**
     * @throws IllegalArgumentException if a path has not as many {@code y} as {@code x}
     */
    public Surface {
      for (Cloud path : paths) {
        require(title, path.y(), path.x().size());
      }
    }
  }

  /**
   * Heights over a rectangle, which is cut into cells of one size.
   *
   * @param right beyond {@code left}
   * @param top above {@code bottom}
   * @param heights positive, equal factors are equal ways between colours; the lowest row first, in
   *     each the left cell first
   */
  record Plane(double left, double right, double bottom, double top, List<List<Double>> heights) {
    /**
     * @throws IllegalArgumentException if the rows are not of one length
     */
    public Plane {
      for (List<Double> row : heights) {
        require("plane", row, heights.get(0).size());
      }
    }
  }

  /**
   * What was promised against what came, both between 0 and 1, with the line on which they agree.
   *
   * @param across name of what was promised
   * @param up name of what came
   * @param counted what a spot counts, such as {@code examples}: more of them make it larger
   * @param agreeing what a spot on the line is
   */
  record Agreement(
      String title, String across, String up, String counted, String agreeing, List<Spot> spots)
      implements Chart {}

  /**
   * @param x what was promised, 0 to 1
   * @param y what came, 0 to 1
   * @param count how much it stands for, at least 1
   */
  record Spot(String name, double x, double y, long count) {}

  /**
   * A quantity by group: up from 0, or down where it is negative.
   *
   * @param up what the heights are
   * @param across what the groups are; may be empty
   * @param marked what the marked bars are; empty if there are none
   */
  record Bars(String title, String up, List<Bar> bars, String across, String marked)
      implements Chart {
    public Bars {
      across = across == null ? "" : across; // of an earlier version, as the other
      marked = marked == null ? "" : marked;
    }

    /** Of groups that say themselves what they are. */
    public Bars(String title, String up, List<Bar> bars) {
      this(title, up, bars, "", "");
    }

    /** Of groups of some kind. */
    public Bars(String title, String across, String up, List<Bar> bars) {
      this(title, up, bars, across, "");
    }
  }

  /**
   * @param value NaN where there is none
   */
  record Bar(String name, double value, boolean marked) {
    /** A plain one. */
    public Bar(String name, double value) {
      this(name, value, false);
    }
  }

  private static void require(String title, List<Double> values, int size) {
    if (values.size() != size) {
      throw new IllegalArgumentException(
          "chart '" + title + "': " + values.size() + " values for " + size + " places");
    }
  }
}
