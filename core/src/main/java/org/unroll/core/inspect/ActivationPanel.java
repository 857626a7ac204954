package org.unroll.core.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unroll.core.metric.Chart;

/** What the units that change most do while an example is read. */
final class ActivationPanel {
  private static final int UNITS = 32;
  private static final String TITLE = "Units while an example is read";
  private static final String HINT =
      "The longest example: a row a unit, those that change most first, a column a step; red is above"
          + " 0, blue below. Long stripes of one colour are units that hold something over many"
          + " steps; rows that flicker follow the input of the moment.";

  private ActivationPanel() {}

  static Panel of(List<LayerRecord> layers) {
    List<Chart> charts = new ArrayList<>();
    for (LayerRecord layer : layers) {
      charts.add(chart(layer));
    }
    return new Panel(TITLE, HINT, charts, List.of());
  }

  private static Chart chart(LayerRecord layer) {
    int example = longest(layer);
    List<Unit> units = new ArrayList<>();
    for (int unit = 0; unit < layer.units(); unit++) {
      units.add(Unit.of(layer, example, unit));
    }
    units.sort(Comparator.comparingDouble(Unit::variance).reversed());
    List<Unit> shown = units.subList(0, Math.min(UNITS, units.size()));
    double limit = 1; // what tanh reaches
    for (Unit unit : shown) {
      limit = unit.values().stream().map(Math::abs).reduce(limit, Math::max);
    }
    return new Chart.Heat(
        "Units of " + layer.name(),
        "step",
        shown.stream().map(unit -> "unit " + unit.number()).toList(),
        shown.stream().map(Unit::values).toList(),
        limit);
  }

  private static int longest(LayerRecord layer) {
    int longest = 0;
    for (int example = 0; example < layer.mask().batch(); example++) {
      longest = layer.mask().length(example) > layer.mask().length(longest) ? example : longest;
    }
    return longest;
  }

  /**
   * @param number from 0
   * @param values at the steps that count, with two decimals
   */
  private record Unit(int number, List<Double> values, double variance) {
    static Unit of(LayerRecord layer, int example, int number) {
      List<Double> values = new ArrayList<>();
      double sum = 0;
      double squares = 0;
      for (int step = 0; step < layer.mask().time(); step++) {
        if (layer.mask().counts(example, step)) {
          double value = layer.hidden(step, example, number);
          values.add(Math.round(100 * value) / 100.0);
          sum += value;
          squares += value * value;
        }
      }
      double mean = sum / values.size();
      return new Unit(number, values, squares / values.size() - mean * mean);
    }
  }
}
