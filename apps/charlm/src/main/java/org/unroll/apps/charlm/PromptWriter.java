package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.unroll.core.app.Net;
import org.unroll.core.app.Pieces;
import org.unroll.core.app.Sample;
import org.unroll.core.app.WritingPredictor;
import org.unroll.datasets.stream.SymbolPieces;
import org.unroll.datasets.stream.SymbolText;
import org.unroll.datasets.stream.WrittenText;
import org.unroll.datasets.text.TextInput;

/** A trained net that goes on from what it is given. Not thread-safe. */
final class PromptWriter implements WritingPredictor<TextInput, WrittenText> {
  /** Symbols on a page. */
  private static final int SHOWN = 20_000;

  private final Net net;
  private final FittedSymbols fitted;
  private final CharlmConfig config;
  private final List<ShownUnit> units;
  private final Consumer<String> notices;
  private final TextWriter writer;

  /**
   * @throws org.unroll.core.UserError if there is no such unit as the config names
   */
  PromptWriter(
      Net net,
      FittedSymbols fitted,
      CharlmConfig config,
      List<UnitScore> followed,
      Consumer<String> notices) {
    this.net = net;
    this.fitted = fitted;
    this.config = config;
    this.units = units(net, config, followed);
    this.notices = notices;
    this.writer = new TextWriter(net, fitted.symbols(), config.decode(), config.seed());
  }

  private static List<ShownUnit> units(Net net, CharlmConfig config, List<UnitScore> followed) {
    if (config.units().isEmpty()) {
      return followed.stream().map(UnitScore::shown).toList();
    }
    Map<String, Integer> layers = net.recurrentLayers();
    return config.units().stream().map(name -> UnitName.of(name, layers).shown()).toList();
  }

  /** What is told of a prompt goes before its text. */
  @Override
  public List<WrittenText> predict(List<TextInput> inputs, int[] places, Pieces pieces) {
    List<int[]> prompts =
        inputs.stream().map(input -> fitted.prompt(input.text(), notices)).toList();
    List<WrittenText> texts = new ArrayList<>();
    for (int from = 0; from < inputs.size(); from += config.decode().batch()) {
      int to = Math.min(inputs.size(), from + config.decode().batch());
      int first = from;
      texts.addAll(
          write(
              inputs.subList(from, to),
              prompts.subList(from, to),
              Arrays.copyOfRange(places, from, to),
              (row, piece) -> pieces.take(first + row, piece)));
    }
    return texts;
  }

  private List<WrittenText> write(
      List<TextInput> inputs, List<int[]> prompts, int[] places, Pieces pieces) {
    List<SymbolPieces> known = new ArrayList<>();
    for (int row = 0; row < inputs.size(); row++) {
      known.add(new SymbolPieces(fitted.symbols()));
      pieces.take(row, inputs.get(row).text());
    }
    List<List<Integer>> written =
        writer.write(
            prompts, places, (row, symbol) -> pieces.take(row, known.get(row).next(symbol)));
    List<WrittenText> texts = new ArrayList<>();
    for (int row = 0; row < written.size(); row++) {
      String text = SymbolPieces.text(fitted.symbols(), written.get(row));
      pieces.take(row, known.get(row).rest());
      texts.add(new WrittenText(inputs.get(row).text(), text));
    }
    return texts;
  }

  /** Of a long text its end. */
  @Override
  public Optional<Sample> explained(TextInput input, WrittenText answer) {
    SymbolText text = fitted.typed(answer.prompt() + answer.text());
    SymbolText shown = text.part(Math.max(0, text.length() - SHOWN), text.length());
    return units.isEmpty() || shown.length() == 0
        ? Optional.empty()
        : Optional.of(new UnitTraces(fitted, units).of(net, shown, 0, 0, 0));
  }

  @Override
  public void close() {
    writer.close();
    net.close();
  }
}
