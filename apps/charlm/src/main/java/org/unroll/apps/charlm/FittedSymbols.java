package org.unroll.apps.charlm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.unroll.datasets.stream.StreamText;
import org.unroll.datasets.stream.SymbolPieces;
import org.unroll.datasets.stream.SymbolText;
import org.unroll.datasets.stream.Symbols;
import org.unroll.datasets.stream.TextSignal;

/** The symbols of the training text, and how others become such. */
record FittedSymbols(StreamText config, Symbols symbols) {

  /**
   * A text of the data as numbers; what is unknown is told.
   *
   * @param what it is called: the validation text
   */
  SymbolText encode(CharSequence text, String what, Consumer<String> notices) {
    Symbols.Coded coded = symbols.encode(text);
    if (coded.unknown() > 0) {
      notices.accept(
          coded.unknown() == 1
              ? "%s: 1 %s is not in the training text, '%s': left out"
                  .formatted(what, config.units().singular(), coded.such().get(0))
              : "%s: %,d %s are not in the training text, such as '%s': left out"
                  .formatted(
                      what,
                      coded.unknown(),
                      config.units().plural(),
                      String.join("', '", coded.such())));
    }
    return coded.text();
  }

  /**
   * What is typed as numbers, at least one: without any the net begins as after the end of a line,
   * or where there are no lines, after the first symbol of the training.
   */
  int[] prompt(String typed, Consumer<String> notices) {
    SymbolText known = encode(Symbols.typed(config.units(), typed), "the prompt", notices);
    if (known.length() > 0) {
      return known.numbers(0, known.length());
    }
    SymbolText line = symbols.encode("\n").text();
    return new int[] {line.length() == 0 ? 0 : line.at(0)};
  }

  /** What is typed as numbers, without what is unknown. */
  SymbolText typed(String text) {
    return encode(Symbols.typed(config.units(), text), "the text", notice -> {});
  }

  /** The number of each signal after each symbol of a text. */
  Map<TextSignal, float[]> signals(SymbolText text) {
    SymbolPieces pieces = new SymbolPieces(symbols);
    StringBuilder read = new StringBuilder();
    int[] ends = new int[text.length()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = read.append(pieces.next(text.at(i))).length();
    }
    String whole = read.toString();
    Map<TextSignal, float[]> signals = new EnumMap<>(TextSignal.class);
    for (TextSignal signal : TextSignal.values()) {
      float[] characters = signal.of(whole);
      float[] each = new float[ends.length];
      for (int i = 0; i < each.length; i++) {
        each[i] = ends[i] == 0 ? 0 : characters[ends[i] - 1];
      }
      signals.put(signal, each);
    }
    return signals;
  }

  /** All symbols in the order of their numbers. */
  List<String> alphabet() {
    List<String> alphabet = new ArrayList<>();
    for (int number = 0; number < symbols.size(); number++) {
      alphabet.add(shown(number));
    }
    return alphabet;
  }

  /** Each symbol of a text as a reader sees it. */
  List<String> shown(SymbolText text) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      shown.add(shown(text.at(i)));
    }
    return shown;
  }

  private String shown(int number) {
    return SymbolPieces.text(symbols, List.of(number));
  }

  /** How many characters each symbol is, a character being where its first byte is. */
  int[] characters() {
    int[] characters = new int[symbols.size()];
    for (int number = 0; number < characters.length; number++) {
      for (byte each : symbols.bytes(number)) {
        boolean goesOn = (each & 0xC0) == 0x80;
        characters[number] += goesOn ? 0 : 1;
      }
    }
    return characters;
  }
}
