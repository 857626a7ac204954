package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.datasets.stream.SymbolText;
import org.unroll.datasets.stream.TextSignal;

/**
 * Finds for each signal the unit that follows it best (Karpathy, Johnson &amp; Fei-Fei 2015). Units
 * are compared on the first half of a text, and the one chosen is scored on the second: the best of
 * a thousand would look good on its own half by chance.
 */
record UnitSearch(FittedSymbols fitted, SymbolText text) {
  private static final int ROWS = 64;
  private static final int LEAD = 128;
  private static final int FEWEST = 1000;

  /** Shares of the text at which a signal that hardly ever changes is not looked for. */
  private static final double RARE = 0.002;

  /** One for each signal that the text has, in their order; none of a text of a few lines. */
  List<UnitScore> best(Net net) {
    if (text.length() < FEWEST) {
      return List.of();
    }
    Map<TextSignal, float[]> signals = fitted.signals(text);
    signals.values().removeIf(UnitSearch::isStill);
    UnitReader reader = new UnitReader(net, fitted.symbols().size());
    Map<TextSignal, Map<String, Correlation>> first = correlations(signals, reader);
    Map<TextSignal, Map<String, Correlation>> second = correlations(signals, reader);
    int half = text.length() / 2;
    reader.read(
        text,
        Math.max(1, Math.min(ROWS, text.length() / LEAD)),
        LEAD,
        (place, node, values, from) ->
            signals.forEach(
                (signal, truth) ->
                    (place < half ? first : second)
                        .get(signal)
                        .get(node)
                        .add(values, from, truth[place])));
    List<UnitScore> best = new ArrayList<>();
    signals
        .keySet()
        .forEach(signal -> best.add(best(signal, first.get(signal), second.get(signal))));
    return best;
  }

  private static Map<TextSignal, Map<String, Correlation>> correlations(
      Map<TextSignal, float[]> signals, UnitReader reader) {
    Map<TextSignal, Map<String, Correlation>> correlations = new EnumMap<>(TextSignal.class);
    for (TextSignal signal : signals.keySet()) {
      Map<String, Correlation> layers = new LinkedHashMap<>();
      reader.layers().forEach((node, units) -> layers.put(node, new Correlation(units)));
      correlations.put(signal, layers);
    }
    return correlations;
  }

  private static UnitScore best(
      TextSignal signal, Map<String, Correlation> first, Map<String, Correlation> second) {
    UnitScore best = new UnitScore(signal, "", 0, 0, 0);
    for (String node : first.keySet()) {
      int unit = first.get(node).best();
      double chosen = first.get(node).of(unit);
      if (best.node().isEmpty() || Math.abs(chosen) > Math.abs(best.chosen())) {
        best = new UnitScore(signal, node, unit, chosen, second.get(node).of(unit));
      }
    }
    return best;
  }

  private static boolean isStill(float[] values) {
    int other = 0;
    for (float value : values) {
      other += value == values[0] ? 0 : 1;
    }
    return Math.min(other, values.length - other) < RARE * values.length;
  }
}
