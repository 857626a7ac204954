package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.app.Sample;
import org.unroll.core.app.UnitTrace;
import org.unroll.datasets.stream.SymbolText;

/** What some units do while a net reads a text. */
record UnitTraces(FittedSymbols fitted, List<ShownUnit> units) {

  /**
   * @param lead symbols at the beginning of the text that are read, but not shown
   */
  Sample.Units of(Net net, SymbolText text, int lead, int epoch, int example) {
    Map<ShownUnit, List<Double>> values = new HashMap<>();
    units.forEach(unit -> values.put(unit, new ArrayList<>()));
    new UnitReader(net, fitted.symbols().size())
        .read(
            text,
            1,
            0,
            (place, node, all, from) -> {
              for (ShownUnit unit : units) {
                if (place >= lead && unit.node().equals(node)) {
                  values.get(unit).add(unit.of(all[from + unit.unit()]));
                }
              }
            });
    List<UnitTrace> traces = new ArrayList<>();
    for (ShownUnit unit : units) {
      traces.add(
          new UnitTrace(
              unit.node(),
              unit.unit(),
              unit.follows(),
              Math.round(unit.correlation() * 1000) / 1000.0,
              scaled(values.get(unit))));
    }
    return new Sample.Units(epoch, example, fitted.shown(text.part(lead, text.length())), traces);
  }

  /** So that the largest is 1 or −1, where they go beyond. */
  private static List<Double> scaled(List<Double> values) {
    double largest = 1;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    List<Double> scaled = new ArrayList<>();
    for (double value : values) {
      scaled.add(Math.round(100 * value / largest) / 100.0);
    }
    return scaled;
  }
}
