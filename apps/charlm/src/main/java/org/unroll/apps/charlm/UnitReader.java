package org.unroll.apps.charlm;

import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.graph.step.StepState;
import org.unroll.core.graph.step.TokenSteps;
import org.unroll.datasets.stream.SymbolText;

/**
 * Reads a text symbol by symbol and shows what the units of the recurrent layers hold after each:
 * of an lstm its memory, of other layers their output. Not thread-safe.
 */
final class UnitReader {
  private final Net net;
  private final int size;

  /**
   * @param size symbols that there are
   */
  UnitReader(Net net, int size) {
    this.net = net;
    this.size = size;
  }

  /** Takes what the units hold. */
  @FunctionalInterface
  interface Taker {
    /**
     * @param place of the symbol that was read last
     * @param values of all units of several rows
     * @param from where those of this row begin
     */
    void take(int place, String node, float[] values, int from);
  }

  /**
   * @param rows places of the text that are read side by side
   * @param lead symbols that each row but the first reads before its stretch, of which nothing is
   *     told; at most a stretch
   */
  void read(SymbolText text, int rows, int lead, Taker taker) {
    int stretch = (text.length() + rows - 1) / rows;
    try (TokenSteps steps = net.tokenSteps(CharlmApp.SYMBOLS, size)) {
      read(steps, text.part(0, stretch), new int[] {0}, 0, taker); // has nothing before it
      if (rows > 1) {
        int[] begins = new int[rows - 1];
        for (int row = 0; row < begins.length; row++) {
          begins[row] = (row + 1) * stretch;
        }
        read(steps, text, begins, lead, taker);
      }
    }
  }

  private void read(TokenSteps steps, SymbolText text, int[] begins, int lead, Taker taker) {
    Map<String, Integer> layers = net.recurrentLayers();
    int stretch = begins[0] == 0 ? text.length() : begins[0];
    StepState state = steps.start(begins.length);
    for (int t = -lead; t < stretch; t++) {
      int[] read = new int[begins.length];
      for (int row = 0; row < read.length; row++) {
        read[row] = text.at(Math.min(text.length() - 1, begins[row] + t));
      }
      state = steps.step(state, read).state();
      for (Map.Entry<String, Integer> layer : layers.entrySet()) {
        float[] values = values(state.memory(layer.getKey()));
        for (int row = 0; row < begins.length && t >= 0; row++) {
          int place = begins[row] + t;
          if (place < text.length()) {
            taker.take(place, layer.getKey(), values, row * layer.getValue());
          }
        }
      }
    }
  }

  private static float[] values(Map<String, float[]> memory) {
    return memory.getOrDefault("memory", memory.get("hidden"));
  }
}
