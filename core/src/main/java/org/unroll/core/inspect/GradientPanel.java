package org.unroll.core.inspect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;

/** Gradients by distance, of the layers of a net or of several nets. */
public final class GradientPanel {
  public static final String TITLE = "How far back the gradient reaches";
  private static final String HINT =
      "How strongly the loss at the last step depends on what a layer held so many steps before its"
          + " last one: the norm of the gradient by its state, 1 where it begins; on this axis equal"
          + " ways are equal factors. A line that falls straight is a gradient that vanishes, by the"
          + " same factor each step: what lies further back than where it crosses 1 % can hardly be"
          + " learnt. A line that stays up is a net that can learn from there.";
  private static final String ALONE =
      " Where other layers read earlier states directly, as attention and pooling do, they hand"
          + " gradient on past the recurrence; “recurrence alone” is what is left without that.";

  private static final String ENDS =
      " Where a line ends early, the gradient is too small for a float: below "
          + GradientCurve.SMALLEST
          + ".";

  private GradientPanel() {}

  /** Of one net. */
  static Panel of(List<GradientCurve> curves) {
    return new Panel(
        TITLE,
        hint(curves),
        List.of(chart("Gradient by the state, by steps back", curves)),
        List.of(table(curves)));
  }

  /** How to read the chart of some curves. */
  public static String hint(Collection<GradientCurve> curves) {
    boolean shortcuts = curves.stream().anyMatch(GradientCurve::recurrenceAlone);
    boolean ends = curves.stream().anyMatch(GradientCurve::underflows);
    return HINT + (shortcuts ? ALONE : "") + (ends ? ENDS : "");
  }

  /** One line a curve, all from the same distance 0; where they have vanished is pointed out. */
  public static Chart.Lines chart(String title, List<GradientCurve> curves) {
    int longest = curves.stream().mapToInt(curve -> curve.values().size()).max().orElse(0);
    List<Chart.Line> lines = new ArrayList<>();
    for (GradientCurve curve : curves) {
      List<Double> values = new ArrayList<>(curve.values());
      while (values.size() < longest) {
        values.add(Double.NaN);
      }
      lines.add(new Chart.Line(name(curve), values));
    }
    List<String> steps = IntStream.range(0, longest).mapToObj(String::valueOf).toList();
    return new Chart.Lines(title, steps, lines)
        .named("steps back", "size of the gradient")
        .with(List.of(new Chart.Level("1 %", GradientCurve.VANISHED)))
        .byFactors();
  }

  private static String name(GradientCurve curve) {
    return curve.layer() + (curve.recurrenceAlone() ? ", recurrence alone" : "");
  }

  /** Three numbers of each curve. */
  public static Table table(List<GradientCurve> curves) {
    List<List<String>> rows = new ArrayList<>();
    for (GradientCurve curve : curves) {
      int steps = curve.values().size() - 1;
      rows.add(
          List.of(
              name(curve),
              curve.vanishedAt().isPresent()
                  ? "after " + steps(curve.vanishedAt().getAsInt())
                  : "not within " + steps(steps),
              factor(curve),
              furthest(curve)));
    }
    return new Table(
        "Gradient in numbers",
        List.of("layer", "under 1 %", "factor a step", "at the furthest step"),
        rows);
  }

  private static String steps(int count) {
    return count == 1 ? "1 step" : count + " steps";
  }

  private static String furthest(GradientCurve curve) {
    if (curve.underflows()) {
      return "below " + GradientCurve.SMALLEST + ", too small for a float";
    }
    double value = curve.values().get(curve.values().size() - 1);
    String text = String.format(Locale.ROOT, value < 10 ? "%.2g" : "%.0f", value);
    return text.replace("e-0", "e-");
  }

  private static String factor(GradientCurve curve) {
    double factor = curve.factor();
    return Double.isFinite(factor) ? String.format(Locale.ROOT, "%.3f", factor) : Table.NONE;
  }
}
