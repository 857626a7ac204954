package org.unroll.core.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one unit of a recurrent layer does from symbol to symbol of a text.
 *
 * @param node of the graph
 * @param unit its number in the layer, from 0
 * @param follows what of the text it follows, such as {@code quotes}; empty if a user chose it
 * @param correlation with that, Pearson's, −1 to 1; 0 if a user chose it
 * @param values after each symbol: of an lstm its memory or the hyperbolic tangent of that, of
 *     other layers their output; scaled to −1 to 1
 */
public record UnitTrace(
    String node, int unit, String follows, double correlation, List<Double> values) {
  /**
   * @throws NullPointerException if something is missing, as in a line of a file
   */
  public UnitTrace {
    Stream.of(node, follows, values).forEach(Objects::requireNonNull);
  }
}
