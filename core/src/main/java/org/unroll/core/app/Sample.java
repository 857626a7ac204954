package org.unroll.core.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.unroll.core.metric.Levels;

/**
 * What the net says about one fixed validation example after one epoch: a line of {@code
 * samples.jsonl}, a row of the {@code Samples} page and of the report.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Sample.Text.class, name = "text"),
  @JsonSubTypes.Type(value = Sample.Labels.class, name = "labels"),
  @JsonSubTypes.Type(value = Sample.Series.class, name = "series"),
  @JsonSubTypes.Type(value = Sample.Pair.class, name = "pair"),
  @JsonSubTypes.Type(value = Sample.Frames.class, name = "frames"),
  @JsonSubTypes.Type(value = Sample.Picture.class, name = "picture"),
  @JsonSubTypes.Type(value = Sample.Written.class, name = "written"),
  @JsonSubTypes.Type(value = Sample.Units.class, name = "units")
})
public sealed interface Sample {
  /** Epoch from 1. */
  int epoch();

  /** Which of the fixed examples, from 0. */
  int example();

  /** Iterations done, where an epoch may have several lines; else 0. */
  default long step() {
    return 0;
  }

  /**
   * A classified text.
   *
   * @param truth the labelled class
   * @param predicted the class with the highest probability
   * @param probabilities class to probability
   * @param words of the text in order, and what the answer owes to each; empty if that was not
   *     asked
   */
  record Text(
      int epoch,
      int example,
      String text,
      String truth,
      String predicted,
      Map<String, Double> probabilities,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WeighedWord> words)
      implements Sample {
    /**
     * A line of before there were words has none.
     *
     * @throws NullPointerException if something else is missing, as in a line of a file
     */
    public Text {
      Stream.of(text, truth, predicted, probabilities).forEach(Objects::requireNonNull);
      words = words == null ? List.of() : List.copyOf(words);
    }

    /** Of a text whose words were not weighed. */
    public Text(
        int epoch,
        int example,
        String text,
        String truth,
        String predicted,
        Map<String, Double> probabilities) {
      this(epoch, example, text, truth, predicted, probabilities, List.of());
    }

    public boolean right() {
      return truth.equals(predicted);
    }
  }

  /**
   * A text with any number of labels.
   *
   * @param truth the labels in the data
   * @param predicted those that are said to hold
   * @param probabilities label to probability, each by itself
   */
  record Labels(
      int epoch,
      int example,
      String text,
      List<String> truth,
      List<String> predicted,
      Map<String, Double> probabilities)
      implements Sample {
    /**
     * @throws NullPointerException if something is missing, as in a line of a file
     */
    public Labels {
      Stream.of(text, truth, predicted, probabilities).forEach(Objects::requireNonNull);
    }

    public boolean right() {
      return Set.copyOf(truth).equals(Set.copyOf(predicted));
    }
  }

  /**
   * A forecast beside what came.
   *
   * @param series whose forecast it is
   * @param times stamps of all steps shown: those of the past, then those forecast
   * @param past the last known values before the forecast, the latest last
   * @param truth one value a step forecast; NaN where it is not known
   * @param forecast quantile level ({@code 0.1}, {@code 0.5} …) to one value a step; only {@code
   *     0.5} for a forecast without quantiles
   */
  record Series(
      int epoch,
      int example,
      String series,
      List<String> times,
      List<Double> past,
      List<Double> truth,
      Map<String, List<Double>> forecast)
      implements Sample {
    /**
     * @throws IllegalArgumentException if there is not one stamp for each value
     * @throws NullPointerException if something is missing, as in a line of a file
     */
    public Series {
      Stream.of(series, times, past, truth, forecast).forEach(Objects::requireNonNull);
      if (times.size() != past.size() + truth.size()) {
        throw new IllegalArgumentException(
            times.size() + " stamps for " + past.size() + " past and " + truth.size() + " steps");
      }
    }

    /** Level to its values, ascending. */
    public SortedMap<Double, List<Double>> byLevel() {
      SortedMap<Double, List<Double>> byLevel = new TreeMap<>();
      forecast.forEach((level, values) -> byLevel.put(Double.valueOf(level), values));
      return byLevel;
    }

    /** The point of each step; written for those who read the file, never read back. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public List<Double> point() {
      Levels levels = new Levels(List.copyOf(byLevel().keySet()));
      List<List<Double>> rows = List.copyOf(byLevel().values());
      List<Double> point = new ArrayList<>();
      for (int step = 0; step < truth.size(); step++) {
        int at = step;
        point.add(levels.point(level -> rows.get(level).get(at)));
      }
      return point;
    }
  }

  /**
   * A sentence and what the net made of it.
   *
   * @param truth the translation in the data
   * @param predicted what the net wrote
   * @param alignment where it looked
   */
  record Pair(
      int epoch, int example, String text, String truth, String predicted, Alignment alignment)
      implements Sample {
    /**
     * @throws NullPointerException if something is missing, as in a line of a file
     */
    public Pair {
      Stream.of(text, truth, predicted, alignment).forEach(Objects::requireNonNull);
    }

    public boolean right() {
      return truth.equals(predicted);
    }
  }

  /**
   * A recording and what the net says of each of its frames: classes, numbers or both.
   *
   * @param name of the recording
   * @param frames how many it has
   * @param rate frames a second
   * @param classes that there are; empty if there are none
   * @param truth what the data says, from the first frame to the last; empty if it says no classes
   * @param predicted the classes with the highest probability; empty if there are none
   * @param curves numbers of frames, one curve a target; empty if there are none
   * @param thumbnails some of its frames, evenly spaced; they may be in the sample of one epoch
   *     alone, since a recording does not change
   */
  record Frames(
      int epoch,
      int example,
      String name,
      int frames,
      double rate,
      List<String> classes,
      List<FrameSegment> truth,
      List<FrameSegment> predicted,
      List<FrameCurve> curves,
      List<FramePicture> thumbnails)
      implements Sample {
    /**
     * @throws IllegalArgumentException if there are no frames, or segments do not cover them
     * @throws NullPointerException if something is missing, as in a line of a file
     */
    public Frames {
      Stream.of(name, classes, truth, predicted, curves, thumbnails)
          .forEach(Objects::requireNonNull);
      if (frames < 1 || !(rate > 0)) {
        throw new IllegalArgumentException(frames + " frames, " + rate + " a second");
      }
      FrameSegment.check(truth, frames);
      FrameSegment.check(predicted, frames);
    }
  }

  /**
   * A picture and what the net says of it.
   *
   * @param name of the picture
   * @param png the file's bytes in Base64; it may be in the sample of one epoch alone, since a
   *     picture does not change, or empty in all, where there are only features of it
   * @param truth what people say of it
   * @param predicted what the net wrote
   * @param right whether that is a right description
   * @param score how much it is like what people say, 0 to 1
   * @param looked where the net looked
   */
  record Picture(
      int epoch,
      int example,
      String name,
      String png,
      List<String> truth,
      String predicted,
      boolean right,
      double score,
      RegionAttention looked)
      implements Sample {
    /**
     * @throws NullPointerException if something is missing, as in a line of a file
     */
    public Picture {
      Stream.of(name, png, truth, predicted, looked).forEach(Objects::requireNonNull);
    }
  }

  /**
   * A text that the net wrote by itself.
   *
   * @param step iterations that it was trained for
   * @param prompt that it went on from
   * @param text what follows the prompt
   */
  record Written(int epoch, int example, long step, String prompt, String text) implements Sample {
    /**
     * @throws NullPointerException if something is missing, as in a line of a file
     */
    public Written {
      Stream.of(prompt, text).forEach(Objects::requireNonNull);
    }
  }

  /**
   * What single units of the net do while it reads a text.
   *
   * @param symbols of the text, such as its characters
   * @param traces of units
   */
  record Units(int epoch, int example, List<String> symbols, List<UnitTrace> traces)
      implements Sample {
    /**
     * @throws IllegalArgumentException if a trace has not one value for each symbol
     * @throws NullPointerException if something is missing, as in a line of a file
     */
    public Units {
      Stream.of(symbols, traces).forEach(Objects::requireNonNull);
      for (UnitTrace trace : traces) {
        if (trace.values().size() != symbols.size()) {
          throw new IllegalArgumentException(
              trace.values().size() + " values for " + symbols.size() + " symbols");
        }
      }
    }
  }
}
