package org.unroll.core.inspect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;

/** The recurrent weights now and over the epochs. */
public final class SpectrumPanel {
  private static final String TITLE = "Recurrent weights";
  private static final String HINT =
      "Of the matrix by which a gate reads the state before: its spectral radius, by which it"
          + " multiplies a state in the long run, and its largest singular value, the most in one"
          + " step; epoch 0 is before training. A plain rnn whose radius stays clearly below 1"
          + " forgets, and its gradient vanishes; far above 1 both may explode (Pascanu et al. 2013)."
          + " In an lstm or gru the gates decide instead, and the numbers say how much they listen"
          + " to the state.";

  private SpectrumPanel() {}

  /** While a net is trained: what was written so far. */
  public static Panel of(List<Spectra> history) {
    return of(history, history.get(history.size() - 1));
  }

  /**
   * @param history may be empty
   */
  static Panel of(List<Spectra> history, Spectra now) {
    List<Chart> charts = new ArrayList<>();
    if (history.size() > 1) { // of one the table says all
      Set<String> layers = new LinkedHashSet<>();
      now.matrices().forEach(matrix -> layers.add(matrix.layer()));
      for (String layer : layers) {
        charts.add(chart("Spectral radius", history, layer, Spectrum::radius));
        charts.add(chart("Largest singular value", history, layer, Spectrum::largest));
      }
    }
    return new Panel(TITLE, HINT, charts, List.of(table(now)));
  }

  private static Chart chart(
      String name, List<Spectra> history, String layer, ToDoubleFunction<Spectrum> value) {
    Set<String> gates = new LinkedHashSet<>();
    for (Spectra epoch : history) {
      of(epoch, layer).forEach(matrix -> gates.add(matrix.gate()));
    }
    List<Chart.Line> lines = new ArrayList<>();
    for (String gate : gates) {
      List<Double> values = new ArrayList<>();
      for (Spectra epoch : history) {
        values.add(
            of(epoch, layer).stream()
                .filter(matrix -> matrix.gate().equals(gate))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN));
      }
      lines.add(new Chart.Line(gate, values));
    }
    List<String> epochs = history.stream().map(epoch -> "" + epoch.epoch()).toList();
    return new Chart.Lines(name + " of " + layer + " by epoch", epochs, lines)
        .named("epoch", name.toLowerCase(Locale.ROOT));
  }

  private static List<Spectrum> of(Spectra epoch, String layer) {
    return epoch.matrices().stream().filter(matrix -> matrix.layer().equals(layer)).toList();
  }

  private static Table table(Spectra now) {
    List<List<String>> rows = new ArrayList<>();
    for (Spectrum each : now.matrices()) {
      rows.add(
          List.of(
              each.layer(),
              each.gate(),
              number(each.radius()),
              number(each.largest()),
              number(each.median()),
              number(each.smallest())));
    }
    List<String> header =
        List.of("layer", "gate", "spectral radius", "largest", "median", "smallest singular value");
    return new Table("Recurrent matrices", header, rows);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
