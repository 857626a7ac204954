package org.unroll.datasets.stream;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of symbols, as they come: what is no whole character yet waits for the next one. Bytes
 * that are no UTF-8, as a net may write them, become U+FFFD. Not thread-safe.
 */
public final class SymbolPieces {
  private final Symbols symbols;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer waiting = ByteBuffer.allocate(0);

  public SymbolPieces(Symbols symbols) {
    this.symbols = symbols;
  }

  /** What is known of the text now that was not before. */
  public String next(int number) {
    byte[] bytes = symbols.bytes(number);
    ByteBuffer all = ByteBuffer.allocate(waiting.remaining() + bytes.length);
    waiting = all.put(waiting).put(bytes).flip();
    return decoded(false);
  }

  /** What is left of the text at its end. */
  public String rest() {
    return decoded(true);
  }

  private String decoded(boolean end) {
    CharBuffer characters = CharBuffer.allocate(waiting.remaining() + 1);
    decoder.decode(waiting, characters, end);
    return characters.flip().toString();
  }

  /** The text of symbols. */
  public static String text(Symbols symbols, Iterable<Integer> numbers) {
    SymbolPieces pieces = new SymbolPieces(symbols);
    StringBuilder text = new StringBuilder();
    numbers.forEach(number -> text.append(pieces.next(number)));
    return text.append(pieces.rest()).toString();
  }
}
