package org.unroll.datasets.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.unroll.core.UserError;
import org.unroll.core.data.Progress;

/**
 * What a training text is made of, numbered from 0: characters, bytes or subwords. Immutable and
 * thread-safe.
 */
public interface Symbols {
  /** How many there are. */
  int size();

  /** The numbers of a text, as {@link StreamSources} gives it. */
  Coded encode(CharSequence text);

  /** The UTF-8 bytes of a symbol, which need be no whole character. */
  byte[] bytes(int number);

  /** Writes what was learnt into an existing folder. */
  void save(Path folder) throws IOException;

  /**
   * A text as numbers.
   *
   * @param unknown symbols that do not stand in the training text, and were left out
   * @param such some of them
   */
  record Coded(SymbolText text, long unknown, List<String> such) {}

  /**
   * Learns from the training text.
   *
   * @throws UserError if it has fewer than two characters, or one again and again
   */
  static Symbols fit(StreamText config, CharSequence training, Progress progress) {
    if (training.isEmpty()) {
      throw new UserError("data: the training text is empty; name another file");
    }
    if (training.codePoints().distinct().limit(2).count() < 2) {
      throw new UserError(
          "data: the training text is one character again and again, of which nothing can be learnt; name another text");
    }
    return config.units() == Units.BPE
        ? SubwordSymbols.fit(training, config.merges(), progress)
        : CharacterSymbols.fit(training, config.units());
  }

  /** Reads what {@link #save} wrote. */
  static Symbols load(StreamText config, Path folder) throws IOException {
    return config.units() == Units.BPE
        ? SubwordSymbols.load(folder)
        : CharacterSymbols.load(folder, config.units());
  }

  /** A text as it is typed, as {@link StreamSources} would give it. */
  static String typed(Units units, String text) {
    return units == Units.BYTE
        ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        : text;
  }

  /**
   * The text that is {@link #typed} so.
   *
   * @param text as {@link StreamSources} gives it
   * @throws CharacterCodingException if it is of bytes that are no UTF-8
   */
  static String untyped(Units units, String text) throws CharacterCodingException {
    return units == Units.BYTE
        ? StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
            .toString()
        : text;
  }
}
