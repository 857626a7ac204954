package org.unroll.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unroll.core.app.Sample;
import org.unroll.core.app.UnitTrace;

/**
 * A text once for each unit, coloured by what the unit does after each symbol, as in Karpathy,
 * Johnson and Fei-Fei 2015.
 */
final class UnitsFigure implements SampleFigure<Sample.Units> {
  static final String HINT =
      "What single units do while the net reads a text: the colour of a symbol is the unit's value"
          + " after it. Then a bar an epoch: its height is the strongest correlation of a unit with"
          + " what it follows.";
  private static final List<Double> SCALE = List.of(-1.0, -0.5, 0.0, 0.5, 1.0);

  private final List<Sample.Units> epochs;

  UnitsFigure(List<Sample.Units> epochs) {
    this.epochs = epochs;
  }

  @Override
  public String remark(Sample.Units sample) {
    return sample.traces().size() == 1 ? "1 unit" : sample.traces().size() + " units";
  }

  @Override
  public List<EpochBar> bars() {
    List<EpochBar> bars = new ArrayList<>();
    for (Sample.Units sample : epochs) {
      double strongest = 0;
      String says = "no correlation";
      for (UnitTrace trace : sample.traces()) {
        if (Math.abs(trace.correlation()) > strongest) {
          strongest = Math.abs(trace.correlation());
          says = trace.follows() + " " + number(trace.correlation());
        }
      }
      bars.add(new EpochBar("plain", says, strongest));
    }
    return bars;
  }

  @Override
  public void addPicture(Html html, Sample.Units sample) {
    html.raw("<div class=\"traces\">");
    html.raw("<p class=\"legend\">value <span class=\"typed\">" + scale() + "</span></p>");
    for (UnitTrace trace : sample.traces()) {
      html.element("h4", "", heading(trace));
      String text = ColouredText.of(sample.symbols(), trace.values());
      html.raw("<div class=\"typed\">" + text + "</div>");
    }
    html.raw("</div>");
  }

  private static String scale() {
    List<String> names = SCALE.stream().map(value -> " " + shortest(value) + " ").toList();
    return ColouredText.of(names, SCALE);
  }

  private static String heading(UnitTrace trace) {
    String unit = "unit " + trace.unit() + " of " + trace.node();
    return trace.follows().isEmpty()
        ? unit
        : "%s follows %s (correlation %s)"
            .formatted(unit, trace.follows(), number(trace.correlation()));
  }

  private static String number(double value) {
    return signed(String.format(Locale.ROOT, "%.2f", value));
  }

  private static String shortest(double value) {
    return signed(value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value));
  }

  private static String signed(String number) {
    return number.replace('-', '−');
  }
}
