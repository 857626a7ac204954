package org.unroll.core.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All mistakes of a configuration, one line each, in the order of the layers and then of the lines:
 * {@code file.yaml:12:11: train.epochs: expected a whole number from 1 to 100000, found 'many'}.
 */
public final class ConfigException extends UserError {
  private final List<String> mistakes;

  ConfigException(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = mistakes.stream().map(Mistake::toString).toList();
  }

  /** The lines of the message. */
  public List<String> mistakes() {
    return mistakes;
  }
}
