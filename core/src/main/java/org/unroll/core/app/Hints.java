package org.unroll.core.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.unroll.core.UserError;

/**
 * What the user said of the files for {@code init}.
 *
 * @param values by the name of a {@link Hint}; several were parted by commas
 */
public record Hints(Map<String, List<String>> values) {
  /** Everything is to be told from the files. */
  public static final Hints NONE = new Hints(Map.of());

  public Hints {
    values = Map.copyOf(values);
  }

  /** All that was said; mostly nothing. */
  public List<String> all(String hint) {
    return values.getOrDefault(hint, List.of());
  }

  /**
   * @throws UserError if several values were given
   */
  public Optional<String> one(String hint) {
    List<String> all = all(hint);
    if (all.size() > 1) {
      throw new UserError("--%s: one expected, found %s".formatted(hint, all));
    }
    return all.stream().findFirst();
  }

  /**
   * @throws UserError if it is no whole number from {@code min} on
   */
  public OptionalInt number(String hint, int min) {
    Optional<String> text = one(hint);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("\\d{1,6}") || Integer.parseInt(text.get()) < min) {
      throw new UserError(
          "--%s: expected a whole number from %d on, found '%s'".formatted(hint, min, text.get()));
    }
    return OptionalInt.of(Integer.parseInt(text.get()));
  }
}
