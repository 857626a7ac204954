package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.unroll.core.app.FrameCurve;
import org.unroll.core.app.FramePicture;
import org.unroll.core.app.Sample;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Scale;

/** A recording: its classes as coloured bars over some of its frames, its numbers as lines. */
final class FramesFigure implements SampleFigure<Sample.Frames> {
  static final String HINT =
      "What the data says of each frame, what the net says of it, and where they differ. Then a bar"
          + " an epoch: its height is the share of the frames that were right, or how far the"
          + " numbers were off.";

  private final List<Sample.Frames> epochs;

  FramesFigure(List<Sample.Frames> epochs) {
    this.epochs = epochs;
  }

  @Override
  public String remark(Sample.Frames sample) {
    return sample.name();
  }

  @Override
  public List<EpochBar> bars() {
    List<Double> errors = epochs.stream().map(FramesFigure::error).toList();
    double greatest = errors.stream().filter(Double::isFinite).reduce(0.0, Math::max);
    List<EpochBar> bars = new ArrayList<>();
    for (int epoch = 0; epoch < epochs.size(); epoch++) {
      double right = FrameTimeline.right(epochs.get(epoch));
      double error = errors.get(epoch);
      if (Double.isFinite(right)) {
        bars.add(new EpochBar("plain", percent(right) + " right", right));
      } else {
        String says = "mae " + (Double.isFinite(error) ? Scale.OPEN.text(error) : "–");
        bars.add(new EpochBar("plain", says, error > 0 ? error / greatest : 0));
      }
    }
    return bars;
  }

  /** Mean absolute error of all numbers whose truth is known; NaN if there are none. */
  private static double error(Sample.Frames sample) {
    double sum = 0;
    int count = 0;
    for (FrameCurve curve : sample.curves()) {
      for (int i = 0; i < curve.truth().size(); i++) {
        if (Double.isFinite(curve.truth().get(i))) {
          sum += Math.abs(curve.truth().get(i) - curve.predicted().get(i));
          count++;
        }
      }
    }
    return sum / count;
  }

  @Override
  public void addPicture(Html html, Sample.Frames sample) {
    String rows = thumbnails(sample) + bars(sample);
    if (!rows.isEmpty()) {
      html.raw("<table class=\"timelines\"><tbody>" + rows + "</tbody></table>");
    }
    if (!sample.predicted().isEmpty()) {
      addLegend(html, sample.classes());
    }
    for (int curve = 0; curve < sample.curves().size(); curve++) {
      addCurve(html, sample, curve);
    }
  }

  private static String row(String name, String picture) {
    return "<tr><th scope=\"row\">" + name + "</th><td>" + picture + "</td></tr>\n";
  }

  private static String bars(Sample.Frames sample) {
    if (sample.predicted().isEmpty()) {
      return "";
    }
    FrameTimeline timeline = new FrameTimeline(sample);
    String output = row("output", timeline.bar("output", sample.predicted()));
    String axis = row("", timeline.axis());
    return sample.truth().isEmpty()
        ? output + axis
        : row("truth", timeline.bar("truth", sample.truth()))
            + output
            + row("wrong", timeline.mistakes())
            + axis;
  }

  private String thumbnails(Sample.Frames sample) {
    StringBuilder pictures = new StringBuilder();
    for (FramePicture each : thumbnails()) {
      String at = FrameTimeline.seconds(each.frame() / sample.rate());
      String name = Html.escape("frame " + each.frame() + ", at " + at);
      pictures.append("<img alt=\"" + name + "\" title=\"" + name + "\"");
      pictures.append(" src=\"data:image/png;base64," + Html.escape(each.png()) + "\">");
    }
    return pictures.isEmpty() ? "" : row("", "<div class=\"thumbnails\">" + pictures + "</div>");
  }

  /** Those of the first epoch that has some. */
  private List<FramePicture> thumbnails() {
    return epochs.stream()
        .map(Sample.Frames::thumbnails)
        .filter(pictures -> !pictures.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static void addLegend(Html html, List<String> classes) {
    html.raw("<p class=\"legend\">");
    List<String> coloured = FrameTimeline.coloured(classes);
    for (String name : coloured) {
      String colour = FrameTimeline.colour(classes, name);
      html.raw("<span><i class=\"share " + colour + "\"></i>" + Html.escape(name) + "</span>");
    }
    if (coloured.size() < classes.size()) {
      html.raw("<span><i class=\"share colour0\"></i>other classes</span>");
    }
    html.raw("</p>");
  }

  private void addCurve(Html html, Sample.Frames sample, int number) {
    FrameCurve curve = sample.curves().get(number);
    List<String> steps =
        IntStream.range(0, curve.truth().size())
            .mapToObj(i -> FrameTimeline.seconds(i * curve.every() / sample.rate()))
            .toList();
    List<Chart.Line> lines =
        List.of(
            new Chart.Line("truth", curve.truth()), new Chart.Line("output", curve.predicted()));
    String title = curve.target() + " of epoch " + sample.epoch() + " beside the truth";
    List<Double> reached = new ArrayList<>(); // so that pictures do not jump from epoch to epoch
    epochs.stream()
        .filter(epoch -> number < epoch.curves().size())
        .forEach(epoch -> reached.addAll(epoch.curves().get(number).predicted()));
    html.raw("<figure class=\"chart\">").element("figcaption", "", curve.target());
    new ChartPicture(new Chart.Lines(title, steps, lines).named("", curve.target()))
        .reaching(reached)
        .addTo(html);
    html.raw("</figure>");
  }

  @Override
  public List<String> columns() {
    return epochs.get(0).predicted().isEmpty() ? List.of() : List.of("output", "right");
  }

  @Override
  public void addCells(Html html, Sample.Frames sample) {
    html.raw("<td>" + new FrameTimeline(sample).bar("output", sample.predicted()) + "</td>");
    html.element("td", "", percent(FrameTimeline.right(sample)));
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.0f %%", 100 * share) : "–";
  }
}
