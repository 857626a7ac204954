package org.unroll.apps.charlm;

import java.util.function.Consumer;
import org.unroll.datasets.stream.StreamText;
import org.unroll.datasets.stream.SymbolText;
import org.unroll.datasets.stream.Symbols;

/** The symbols of the training text, and how others become such. */
record FittedSymbols(StreamText config, Symbols symbols) {

  /**
   * A text of the data as numbers; what is unknown is told.
   *
   * @param what it is called: the validation text
   */
  SymbolText encode(String text, String what, Consumer<String> notices) {
    Symbols.Coded coded = symbols.encode(text);
    if (coded.unknown() > 0) {
      notices.accept(
          "%s: %,d %s do not stand in the training text, such as '%s'; they are left out"
              .formatted(
                  what,
                  coded.unknown(),
                  config.units().plural(),
                  String.join("', '", coded.such())));
    }
    return coded.text();
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
