package org.unroll.core.yaml;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.UserError;

/**
 * All mistakes of a configuration, one line each, in the order of the layers and then of the lines:
 * {@code file.yaml:12:11: train.epochs: expected a whole number from 1 to 100000, found 'many'}.
 */
public final class ConfigException extends UserError {
  private static final int MOST_SHOWN = 50;

  private final List<String> mistakes;

  ConfigException(List<Mistake> mistakes) {
    super(message(mistakes));
    this.mistakes = mistakes.stream().map(Mistake::toString).toList();
  }

  private static String message(List<Mistake> mistakes) {
    List<String> lines = new ArrayList<>();
    for (Mistake mistake : mistakes.subList(0, Math.min(MOST_SHOWN, mistakes.size()))) {
      lines.add(mistake.toString());
    }
    if (mistakes.size() > MOST_SHOWN) {
      lines.add("and " + (mistakes.size() - MOST_SHOWN) + " more");
    }
    return String.join("\n", lines);
  }

  /** Every mistake; the message shows no more than the first 50. */
  public List<String> mistakes() {
    return mistakes;
  }
}
