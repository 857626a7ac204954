package org.unroll.core.yaml;

import java.util.Optional;
import java.util.regex.Pattern;
import org.unroll.core.yaml.ConfigNode.Scalar;
import org.unroll.core.yaml.ValueType.Real;
import org.unroll.core.yaml.ValueType.Whole;

/**
 * Numbers as everybody writes them, plain and decimal: no octal {@code 017}, no {@code 1_000}, no
 * {@code 1:30}, no infinity.
 */
final class Numbers {
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]{0,18})");
  private static final Pattern REAL =
      Pattern.compile("[-+]?(0|[1-9][0-9]*|(?=\\.[0-9]))(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

  private Numbers() {}

  /** An Integer or a Long within the limits. */
  static Optional<Object> whole(Scalar scalar, Whole type) {
    if (!scalar.isPlain() || !WHOLE.matcher(scalar.text()).matches()) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(scalar.text());
      if (!type.limits().admit(number)) {
        return Optional.empty();
      }
      return Optional.of(type.wide() ? (Object) number : (Object) Math.toIntExact(number));
    } catch (NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** A finite Double within the limits. */
  static Optional<Object> real(Scalar scalar, Real type) {
    if (!scalar.isPlain() || !REAL.matcher(scalar.text()).matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(scalar.text());
    return Double.isFinite(number) && type.limits().admit(number)
        ? Optional.of(number)
        : Optional.empty();
  }
}
