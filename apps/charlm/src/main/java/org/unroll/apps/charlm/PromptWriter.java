package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.decode.SequenceWriter;
import org.unroll.datasets.stream.SymbolPieces;
import org.unroll.datasets.text.TextInput;

/** A trained net that goes on from what it is given. Not thread-safe. */
final class PromptWriter implements Predictor<TextInput, WrittenText> {
  private final Net net;
  private final FittedSymbols fitted;
  private final WritingConfig config;
  private final Consumer<String> notices;
  private final TextWriter writer;
  private int answered;

  PromptWriter(Net net, FittedSymbols fitted, CharlmConfig config, Consumer<String> notices) {
    this.net = net;
    this.fitted = fitted;
    this.config = config.decode();
    this.notices = notices;
    this.writer = new TextWriter(net, fitted.symbols(), config.decode(), config.seed());
  }

  @Override
  public List<WrittenText> predict(List<TextInput> inputs) {
    List<WrittenText> texts = new ArrayList<>();
    for (int from = 0; from < inputs.size(); from += config.batch()) {
      texts.addAll(
          write(
              inputs.subList(from, Math.min(inputs.size(), from + config.batch())),
              (row, symbol) -> {}));
    }
    return texts;
  }

  @Override
  public WrittenText predict(TextInput input, Consumer<String> pieces) {
    SymbolPieces text = new SymbolPieces(fitted.symbols());
    pieces.accept(input.text());
    WrittenText written =
        write(List.of(input), (row, symbol) -> pieces.accept(text.next(symbol))).get(0);
    pieces.accept(config.beam() > 1 ? written.text() : text.rest());
    return written;
  }

  private List<WrittenText> write(List<TextInput> inputs, SequenceWriter.Taker taker) {
    List<int[]> prompts = new ArrayList<>();
    inputs.forEach(input -> prompts.add(fitted.prompt(input.text(), notices)));
    List<List<Integer>> written = writer.write(prompts, answered, taker);
    List<WrittenText> texts = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String text = SymbolPieces.text(fitted.symbols(), written.get(i));
      texts.add(new WrittenText(inputs.get(i).text(), text));
    }
    answered += written.size();
    return texts;
  }

  @Override
  public void close() {
    writer.close();
    net.close();
  }
}
