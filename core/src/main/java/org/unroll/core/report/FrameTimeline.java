package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.unroll.core.app.FrameSegment;
import org.unroll.core.app.Sample;

/**
 * The classes of a recording's frames as coloured bars from its start to its end. All lengths are
 * shares of the width, so that names keep their form however wide the page is.
 */
final class FrameTimeline {
  private static final int COLOURS = 12; // that the page knows
  private static final int NARROW = 220; // pixels of a bar on a telephone
  private static final int WIDE = 360; // and on a desk, at least
  private static final double LETTER = 6.6;
  private static final int TOLD = 24; // segments that are read out
  private static final String WRONG = "wrong";

  private final Sample.Frames sample;

  FrameTimeline(Sample.Frames sample) {
    this.sample = sample;
  }

  /** Those classes that have a colour of their own, the first ones. */
  static List<String> coloured(List<String> classes) {
    return classes.subList(0, Math.min(COLOURS, classes.size()));
  }

  static String colour(List<String> classes, String name) {
    return "colour" + (coloured(classes).indexOf(name) + 1);
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }

  /** The share of the frames with a class that were given it; NaN if there are none. */
  static double right(Sample.Frames sample) {
    long known = labels(sample.truth()).stream().filter(label -> !label.isEmpty()).count();
    return (double) (known - frames(mistakes(sample))) / known;
  }

  private static List<String> labels(List<FrameSegment> segments) {
    List<String> labels = new ArrayList<>();
    for (FrameSegment segment : segments) {
      for (int frame = 0; frame < segment.frames(); frame++) {
        labels.add(segment.label());
      }
    }
    return labels;
  }

  /** Where a class that is known was not said; frames that were right have no label. */
  private static List<FrameSegment> mistakes(Sample.Frames sample) {
    List<String> truth = labels(sample.truth());
    List<String> predicted = labels(sample.predicted());
    List<String> marks = new ArrayList<>();
    for (int frame = 0; frame < Math.min(truth.size(), predicted.size()); frame++) {
      String known = truth.get(frame);
      marks.add(known.isEmpty() || known.equals(predicted.get(frame)) ? "" : WRONG);
    }
    return FrameSegment.of(marks);
  }

  private static int frames(List<FrameSegment> segments) {
    return segments.stream()
        .filter(each -> !each.label().isEmpty())
        .mapToInt(FrameSegment::frames)
        .sum();
  }

  /**
   * One bar; frames without a class are left open.
   *
   * @param of what it is, for those who do not see it
   */
  String bar(String of, List<FrameSegment> segments) {
    return svg("timeline", of + ": " + told(segments), segments, this::colour);
  }

  private String colour(String name) {
    return colour(sample.classes(), name);
  }

  private String told(List<FrameSegment> segments) {
    List<String> told = new ArrayList<>();
    int to = 0;
    for (FrameSegment segment : segments.subList(0, Math.min(TOLD, segments.size()))) {
      to += segment.frames();
      String name = segment.label().isEmpty() ? "none" : segment.label();
      told.add(name + " to " + seconds(to / sample.rate()));
    }
    if (segments.size() > TOLD) {
      told.add("and so on, " + segments.size() + " segments");
    }
    return String.join(", ", told);
  }

  /** A narrow bar where truth and output differ. */
  String mistakes() {
    List<FrameSegment> mistakes = mistakes(sample);
    String label = "wrong: " + frames(mistakes) + " of " + sample.frames() + " frames";
    return svg("timeline mistakes", label, mistakes, name -> "mistake");
  }

  private String svg(
      String css, String label, List<FrameSegment> segments, UnaryOperator<String> colour) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"" + css + "\" role=\"img\" aria-label=\"");
    svg.append(Html.escape(label)).append("\">");
    int from = 0;
    for (FrameSegment segment : segments) {
      if (!segment.label().isEmpty()) {
        svg.append(piece(from, segment, colour.apply(segment.label())));
      }
      from += segment.frames();
    }
    return svg + "</svg>";
  }

  /** Its name is written where there is room. */
  private String piece(int from, FrameSegment segment, String css) {
    double start = (double) from / sample.frames();
    double share = (double) segment.frames() / sample.frames();
    int to = from + segment.frames();
    String tip =
        "%s, %s to %s (frames %d to %d)"
            .formatted(
                segment.label(),
                seconds(from / sample.rate()),
                seconds(to / sample.rate()),
                from,
                to - 1);
    return String.format(
            Locale.ROOT,
            "<svg x=\"%.3f%%\" width=\"%.3f%%\" height=\"100%%\"><title>",
            100 * start,
            100 * share)
        + Html.escape(tip)
        + "</title><rect class=\""
        + css
        + "\" width=\"100%\" height=\"100%\"/>"
        + name(segment.label(), share)
        + "</svg>";
  }

  /** One that fits on wide pages alone is marked so. */
  private static String name(String label, double share) {
    double width = LETTER * (label.length() + 1);
    if (width > share * WIDE) {
      return "";
    }
    String css = width > share * NARROW ? "tight" : "";
    return "<text class=\"" + css + "\" x=\"50%\" y=\"50%\">" + Html.escape(label) + "</text>";
  }

  /** Seconds below the bars. */
  String axis() {
    AxisRange seconds = new AxisRange(0, sample.frames() / sample.rate());
    StringBuilder svg = new StringBuilder("<svg class=\"timeline axis\" aria-hidden=\"true\">");
    for (double tick : seconds.ticks()) {
      double share = seconds.share(tick);
      String css = share < 0.05 ? "first" : share > 0.95 ? "last" : "";
      svg.append(
          String.format(
              Locale.ROOT, "<text class=\"%s\" x=\"%.2f%%\" y=\"12\">", css, 100 * share));
      svg.append(seconds.label(tick)).append(" s</text>");
    }
    return svg + "</svg>";
  }
}
