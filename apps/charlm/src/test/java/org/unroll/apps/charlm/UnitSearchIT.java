package org.unroll.apps.charlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unroll.core.app.Net;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.core.graph.step.StepState;
import org.unroll.core.graph.step.TokenSteps;
import org.unroll.core.harness.Unroll;
import org.unroll.core.model.TrainedModel;
import org.unroll.core.run.RunDirectory;
import org.unroll.datasets.stream.StreamText;
import org.unroll.datasets.stream.SymbolText;
import org.unroll.datasets.stream.Symbols;
import org.unroll.datasets.stream.TextSignal;
import org.unroll.datasets.stream.Units;

/** A net that learnt a text with parentheses knows whether one is open. */
class UnitSearchIT {
  @TempDir private Path folder;

  private static FittedSymbols fitted(String text) {
    StreamText config = new StreamText(Units.CHARACTER, OptionalInt.empty());
    return new FittedSymbols(config, Symbols.fit(config, text, Progress.SILENT));
  }

  private TrainedModel<?, ?> trained() throws IOException {
    Path run = folder.resolve("run");
    List<String> settings = TinyText.settings(TinyText.write(folder));
    settings.add("train.epochs=15");
    Unroll trained = Unroll.run(TinyText.train(run, settings));
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    DataAccess access = new DataAccess(true, notice -> {});
    return TrainedModel.open(
        new CharlmApp(), RunDirectory.open("charlm", run.toString()), access, List.of());
  }

  @Test
  void findsTheUnitThatFollowsParentheses() throws IOException {
    String written = TinyText.LINES.repeat(60);
    FittedSymbols fitted = fitted(TinyText.LINES);
    SymbolText text = fitted.typed(written);
    try (TrainedModel<?, ?> model = trained()) {
      Net net = model.net();
      List<UnitScore> found = new UnitSearch(fitted, text).best(net);
      List<TextSignal> signals = found.stream().map(UnitScore::signal).toList();
      assertThat(signals)
          .containsExactly(TextSignal.PARENTHESES, TextSignal.BRACKETS, TextSignal.LINE_POSITION);
      assertThat(Math.abs(found.get(0).heldOut())).isGreaterThan(0.8);
      assertThat(found.get(0).heldOut()).isCloseTo(found.get(0).chosen(), within(0.02));
      assertThat(new UnitSearch(fitted, text.part(0, 999)).best(net)).isEmpty();
      assertRowsAreTheTextReadAtOnce(net, text.part(0, 500), fitted.symbols().size());
    }
  }

  /** The first row has nothing before it, the others begin within the text. */
  private static void assertRowsAreTheTextReadAtOnce(Net net, SymbolText text, int size) {
    for (int rows : List.of(1, 3, 7)) {
      Map<Integer, float[]> read = new HashMap<>();
      List<Integer> places = new ArrayList<>();
      new UnitReader(net, size)
          .read(
              text,
              rows,
              64,
              (place, node, values, from) -> {
                places.add(place);
                read.put(place, Arrays.copyOfRange(values, from, from + 32));
              });
      assertThat(places).hasSize(text.length()).doesNotHaveDuplicates();
      try (TokenSteps steps = net.tokenSteps(CharlmApp.SYMBOLS, size)) {
        StepState state = steps.start(1);
        for (int place = 0; place < text.length(); place++) {
          state = steps.step(state, new int[] {text.at(place)}).state();
          float[] whole = state.memory("cells").get("memory");
          for (int unit = 0; unit < whole.length; unit++) { // some count on without an end
            double off = place < text.length() / rows ? 1e-6 : 0.02;
            assertThat(Math.tanh(read.get(place)[unit]))
                .as("place %d, %d rows, unit %d", place, rows, unit)
                .isCloseTo(Math.tanh(whole[unit]), within(off));
          }
        }
      }
    }
  }
}
