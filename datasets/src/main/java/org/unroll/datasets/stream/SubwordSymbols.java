package org.unroll.datasets.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.data.Progress;
import org.unroll.datasets.text.BytePairs;

/** Subwords over bytes: nothing is unknown. */
final class SubwordSymbols implements Symbols {
  private static final String FILE = "subwords.txt";

  /** Characters of the training text that pairs are learnt from. */
  private static final int LEARNT = 20_000_000;

  /** Characters cut at a time. */
  private static final int PIECE = 1 << 16;

  private final BytePairs pairs;
  private final List<String> pieces;
  private final Map<String, Integer> numbers = new HashMap<>();

  private SubwordSymbols(BytePairs pairs) {
    this.pairs = pairs;
    this.pieces = pairs.pieces();
    for (int number = 0; number < pieces.size(); number++) {
      numbers.put(pieces.get(number), number);
    }
  }

  static SubwordSymbols fit(CharSequence training, int merges, Progress progress) {
    String read = training.subSequence(0, Math.min(LEARNT, training.length())).toString();
    return new SubwordSymbols(BytePairs.learn(List.of(read), merges, progress));
  }

  @Override
  public int size() {
    return pieces.size();
  }

  @Override
  public Coded encode(CharSequence text) {
    SymbolText.Builder coded = new SymbolText.Builder();
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from);
      pairs
          .cut(text.subSequence(from, to).toString())
          .forEach(piece -> coded.add(numbers.get(piece)));
      from = to;
    }
    return new Coded(coded.build(), 0, List.of());
  }

  /** Behind a line's end if there is one, so that no word is cut. */
  private static int end(CharSequence text, int from) {
    int most = from + PIECE;
    if (most >= text.length()) {
      return text.length();
    }
    int line = most;
    while (line > from && text.charAt(line - 1) != '\n') {
      line--;
    }
    return line > from ? line : Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }

  @Override
  public byte[] bytes(int number) {
    return BytePairs.bytes(pieces.get(number));
  }

  @Override
  public void save(Path folder) throws IOException {
    pairs.save(folder.resolve(FILE));
  }

  static SubwordSymbols load(Path folder) throws IOException {
    return new SubwordSymbols(BytePairs.load(folder.resolve(FILE)));
  }
}
