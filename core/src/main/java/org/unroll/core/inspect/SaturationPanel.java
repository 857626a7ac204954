package org.unroll.core.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unroll.core.layer.cell.CellType;
import org.unroll.core.metric.Chart;
import org.unroll.core.metric.Table;

/**
 * How often gates are nearly closed or open (Karpathy, Johnson &amp; Fei-Fei 2015, figure 2), or
 * states of a plain rnn at the ends of their curve.
 */
final class SaturationPanel {
  private static final String TITLE = "Gates and saturation";
  private static final String HINT =
      "One point a unit: how often its gate was nearly closed (below 0.1, to the right) and nearly"
          + " open (above 0.9, upwards). Points near the corner below on the left are gates that"
          + " rarely decide; high on the left, of a forget gate (lstm) or an update gate (gru), are"
          + " units that keep what they hold, and so carry it far. Of a plain rnn, which has no"
          + " gates, it is the state at its two ends (below −0.9, above 0.9): a tanh that stands"
          + " there lets hardly any gradient through.";

  private SaturationPanel() {}

  static Panel of(List<LayerRecord> layers) {
    List<Chart> charts = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> dead = new ArrayList<>();
    for (LayerRecord layer : layers) {
      if (layer.type() == CellType.RELU) {
        dead.add(deadUnits(layer));
      } else {
        charts.add(chart(layer, rows));
      }
    }
    List<Table> tables = new ArrayList<>();
    if (!rows.isEmpty()) {
      List<String> header = List.of("layer", "gate", "closed (< 0.1)", "open (> 0.9)", "between");
      tables.add(new Table("Mean share of units and steps", header, rows));
    }
    if (!dead.isEmpty()) {
      List<String> header = List.of("layer", "units", "dead units", "states at 0");
      tables.add(new Table("Units of relu layers", header, dead));
    }
    return new Panel(TITLE, HINT, charts, tables);
  }

  /** Adds a row for each gate. */
  private static Chart chart(LayerRecord layer, List<List<String>> rows) {
    List<String> gates = layer.type().gateNames();
    List<Chart.Cloud> clouds = new ArrayList<>();
    for (int gate = 0; gate < gates.size(); gate++) {
      String name = gates.get(gate);
      if (!name.equals(CellType.CANDIDATE)) {
        UnitShares low = low(layer, gate);
        UnitShares high = UnitShares.of(layer, gate, value -> value > 0.9);
        clouds.add(new Chart.Cloud(name, low.byUnit(), high.byUnit()));
        rows.add(
            List.of(
                layer.name(),
                name,
                percent(low.mean()),
                percent(high.mean()),
                percent(1 - low.mean() - high.mean())));
      }
    }
    return layer.type() == CellType.TANH
        ? points("State of " + layer.name(), "share of steps below −0.9", "share above 0.9", clouds)
        : points("Gates of " + layer.name(), "share of steps below 0.1", "share above 0.9", clouds);
  }

  private static Chart points(String title, String across, String up, List<Chart.Cloud> clouds) {
    return new Chart.Points(title, across, up, clouds, true);
  }

  private static UnitShares low(LayerRecord layer, int gate) {
    return layer.type() == CellType.TANH
        ? UnitShares.of(layer, gate, value -> value < -0.9)
        : UnitShares.of(layer, gate, value -> value < 0.1);
  }

  private static List<String> deadUnits(LayerRecord layer) {
    UnitShares zero = UnitShares.of(layer, 0, value -> value <= 0);
    long dead = zero.byUnit().stream().filter(share -> share == 1).count();
    return List.of(layer.name(), "" + layer.units(), "" + dead, percent(zero.mean()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
