package org.unroll.apps.charlm;

import java.util.List;
import java.util.function.IntFunction;
import org.unroll.core.app.Net;
import org.unroll.core.app.Sample;
import org.unroll.core.decode.SequenceWriter.Taker;
import org.unroll.datasets.stream.SymbolPieces;
import org.unroll.datasets.stream.SymbolText;

/**
 * What a net shows of itself while it is trained.
 *
 * @param validation the beginning of the validation text, of at most so many symbols
 */
record StreamSamples(
    CharlmConfig config, FittedSymbols fitted, IntFunction<SymbolText> validation) {
  /** Symbols among which units are searched for after an epoch. */
  private static final int SEARCHED = 16_000;

  /** Symbols that are shown, after some that are read. */
  private static final int SHOWN = 600;

  private static final int LEAD = 200;

  List<Sample> after(Net net, int epoch, long iteration) {
    SymbolText text = validation.apply(SEARCHED);
    List<UnitScore> units = new UnitSearch(fitted, text).best(net);
    SymbolText shown = validation.apply(LEAD + SHOWN);
    int lead = Math.min(LEAD, shown.length() / 2);
    return List.of(
        written(net, epoch, iteration),
        new UnitTraces(fitted, units.stream().map(UnitScore::shown).toList())
            .of(net, shown, lead, epoch, 1));
  }

  /** As the config says, and always the same draws. */
  Sample written(Net net, int epoch, long iteration) {
    WritingConfig length = config.decode().ofLength(config.stages().length());
    String prompt = config.stages().prompt().orElse("");
    try (TextWriter writer = new TextWriter(net, fitted.symbols(), length, config.seed())) {
      List<int[]> prompts = List.of(fitted.prompt(prompt, notice -> {}));
      List<Integer> written = writer.write(prompts, new int[] {0}, Taker.NONE).get(0);
      String text = SymbolPieces.text(fitted.symbols(), written);
      return new Sample.Written(epoch, 0, iteration, prompt, text);
    }
  }
}
