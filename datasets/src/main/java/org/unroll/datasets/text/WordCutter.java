package org.unroll.datasets.text;

import java.nio.file.Path;
import java.util.List;

/**
 * Words or characters. Words are joined by spaces: what they looked like before is lost.
 *
 * @param tokenizer that knows where to cut
 */
public record WordCutter(Tokenizer tokenizer) implements TextCutter {
  @Override
  public List<String> cut(String text) {
    return tokenizer.tokenize(text);
  }

  @Override
  public String join(List<String> pieces) {
    return String.join(tokenizer == Tokenizer.CHAR ? "" : " ", pieces);
  }

  @Override
  public String shown(String piece) {
    return piece.isBlank() ? "␣" : piece;
  }

  /** Nothing is learnt. */
  @Override
  public void save(Path file) {}
}
