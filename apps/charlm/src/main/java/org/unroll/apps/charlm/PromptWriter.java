package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.decode.SequenceWriter;
import org.unroll.datasets.stream.SymbolPieces;
import org.unroll.datasets.stream.SymbolText;
import org.unroll.datasets.stream.WrittenText;
import org.unroll.datasets.text.TextInput;

/** A trained net that goes on from what it is given. Not thread-safe. */
final class PromptWriter implements Predictor<TextInput, WrittenText> {
  /** Symbols on a page. */
  private static final int SHOWN = 20_000;

  private final Net net;
  private final FittedSymbols fitted;
  private final CharlmConfig config;
  private final List<ShownUnit> units;
  private final Consumer<String> notices;
  private final TextWriter writer;
  private int answered;

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

  @Override
  public List<WrittenText> predict(List<TextInput> inputs) {
    List<WrittenText> texts = new ArrayList<>();
    for (int from = 0; from < inputs.size(); from += config.decode().batch()) {
      List<TextInput> part =
          inputs.subList(from, Math.min(inputs.size(), from + config.decode().batch()));
      texts.addAll(write(part, prompts(part), (row, symbol) -> {}));
    }
    return texts;
  }

  @Override
  public WrittenText predict(TextInput input, Consumer<String> pieces) {
    SymbolPieces text = new SymbolPieces(fitted.symbols());
    List<int[]> prompts = prompts(List.of(input)); // what is told of it goes before its text
    pieces.accept(input.text());
    WrittenText written =
        write(List.of(input), prompts, (row, symbol) -> pieces.accept(text.next(symbol))).get(0);
    pieces.accept(config.decode().beam() > 1 ? written.text() : text.rest());
    return written;
  }

  private List<int[]> prompts(List<TextInput> inputs) {
    return inputs.stream().map(input -> fitted.prompt(input.text(), notices)).toList();
  }

  private List<WrittenText> write(
      List<TextInput> inputs, List<int[]> prompts, SequenceWriter.Taker taker) {
    List<List<Integer>> written = writer.write(prompts, answered, taker);
    List<WrittenText> texts = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String text = SymbolPieces.text(fitted.symbols(), written.get(i));
      texts.add(new WrittenText(inputs.get(i).text(), text));
    }
    answered += written.size();
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
