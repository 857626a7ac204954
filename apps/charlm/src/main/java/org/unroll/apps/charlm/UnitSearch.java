package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
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

  /** Share of the text that a signal must be another for, at both ends, to be looked for. */
  private static final double RARE = 0.002;

  /**
   * One for each signal that the text has, in their order; none of a text of a few lines, or of a
   * net that remembers nothing.
   */
  List<UnitScore> best(Net net) {
    Map<String, Integer> layers = net.recurrentLayers();
    if (text.length() < FEWEST || layers.isEmpty()) {
      return List.of();
    }
    Map<TextSignal, float[]> signals = fitted.signals(text);
    signals.values().removeIf(this::isStill);
    UnitReader reader = new UnitReader(net, fitted.symbols().size());
    Map<TextSignal, List<Candidates>> all = candidates(signals, layers);
    int half = text.length() / 2;
    reader.read(
        text,
        Math.max(1, Math.min(ROWS, text.length() / LEAD)),
        LEAD,
        (place, node, values, from) -> {
          float[] squashed = squashed(values, from, layers.get(node));
          signals.forEach(
              (signal, truth) ->
                  all.get(signal).stream()
                      .filter(each -> each.node().equals(node))
                      .forEach(
                          each -> each.add(place < half, values, from, squashed, truth[place])));
        });
    List<UnitScore> best = new ArrayList<>();
    all.forEach((signal, each) -> best.add(best(signal, each)));
    return best;
  }

  /** What all units of a layer hold, as it is or squashed, beside one signal. */
  private record Candidates(
      String node, boolean isSquashed, Correlation first, Correlation second) {
    void add(boolean inFirst, float[] values, int from, float[] squashed, double truth) {
      (inFirst ? first : second).add(isSquashed ? squashed : values, isSquashed ? 0 : from, truth);
    }

    UnitScore best(TextSignal signal) {
      int unit = first.best();
      return new UnitScore(signal, node, unit, isSquashed, first.of(unit), second.of(unit));
    }
  }

  private static Map<TextSignal, List<Candidates>> candidates(
      Map<TextSignal, float[]> signals, Map<String, Integer> layers) {
    Map<TextSignal, List<Candidates>> all = new EnumMap<>(TextSignal.class);
    for (TextSignal signal : signals.keySet()) {
      List<Candidates> each = new ArrayList<>();
      for (boolean squashed : new boolean[] {false, true}) {
        layers.forEach(
            (node, units) ->
                each.add(
                    new Candidates(
                        node, squashed, new Correlation(units), new Correlation(units))));
      }
      all.put(signal, each);
    }
    return all;
  }

  private static float[] squashed(float[] values, int from, int units) {
    float[] squashed = new float[units];
    for (int unit = 0; unit < units; unit++) {
      squashed[unit] = (float) Math.tanh(values[from + unit]);
    }
    return squashed;
  }

  private static UnitScore best(TextSignal signal, List<Candidates> layers) {
    UnitScore best = layers.get(0).best(signal);
    for (Candidates layer : layers) {
      UnitScore other = layer.best(signal);
      best = Math.abs(other.chosen()) > Math.abs(best.chosen()) ? other : best;
    }
    return best;
  }

  /** Be it in one of the halves alone. */
  private boolean isStill(float[] values) {
    int half = values.length / 2;
    return isStill(values, 0, half) || isStill(values, half, values.length);
  }

  private static boolean isStill(float[] values, int from, int to) {
    float[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    int rare = (int) (RARE * sorted.length);
    return sorted[rare] == sorted[sorted.length - 1 - rare];
  }
}
