package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unroll.core.app.Net;
import org.unroll.core.decode.StepModel;
import org.unroll.core.graph.step.StepState;
import org.unroll.core.graph.step.TokenSteps;
import org.unroll.core.metric.Table;
import org.unroll.datasets.stream.SymbolText;

/** A net so small that all of it can be printed: its weights, and what it does step by step. */
record SmallNet(FittedSymbols fitted) {
  /** Weights of the largest net that is shown. */
  private static final int MOST = 200;

  private static final int STEPS = 12;

  /** None of a larger net. */
  List<Table> tables(Net net, SymbolText text) {
    if (net.parameters() > MOST) {
      return List.of();
    }
    List<Table> tables = new ArrayList<>();
    net.matrices().forEach((name, rows) -> tables.add(matrix(name, rows)));
    tables.add(steps(net, text.part(0, Math.min(STEPS, text.length()))));
    return tables;
  }

  private static Table matrix(String name, float[][] rows) {
    List<String> header = new ArrayList<>();
    List<List<String>> cells = new ArrayList<>();
    for (int column = 0; column < rows[0].length; column++) {
      header.add(Integer.toString(column));
    }
    for (float[] row : rows) {
      cells.add(numbers(row));
    }
    return new Table(name, header, cells);
  }

  private static List<String> numbers(float[] values) {
    List<String> numbers = new ArrayList<>();
    for (float value : values) {
      numbers.add(String.format(Locale.ROOT, "%.2f", value));
    }
    return numbers;
  }

  /** What is read, what the recurrent layers hold then, and how probable each next symbol is. */
  private Table steps(Net net, SymbolText text) {
    Map<String, Integer> layers = net.recurrentLayers();
    List<String> header = new ArrayList<>(List.of("read"));
    layers.forEach(
        (node, units) -> {
          for (int unit = 0; unit < units; unit++) {
            header.add(node + " " + unit);
          }
        });
    fitted.alphabet().forEach(symbol -> header.add("p(" + symbol + ")"));
    List<List<String>> rows = new ArrayList<>();
    try (TokenSteps steps = net.tokenSteps(CharlmApp.SYMBOLS, fitted.symbols().size())) {
      StepState state = steps.start(1);
      for (int t = 0; t < text.length(); t++) {
        StepModel.Step<StepState> step = steps.step(state, new int[] {text.at(t)});
        state = step.state();
        List<String> row = new ArrayList<>(fitted.shown(text.part(t, t + 1)));
        for (String node : layers.keySet()) {
          row.addAll(numbers(state.memory(node).get("hidden")));
        }
        row.addAll(numbers(step.probabilities()[0]));
        rows.add(row);
      }
    }
    return new Table("Step by step: what is read, the state, the next symbol", header, rows);
  }
}
