package org.unroll.core.app;

import java.util.List;

/**
 * Where a net looked in its input while it wrote its output.
 *
 * @param source the steps of the input
 * @param target the steps of the output
 * @param weights for each step of the output one for each step of the input, from 0 to 1; none if
 *     the net does not look anywhere
 */
public record Alignment(List<String> source, List<String> target, List<List<Double>> weights) {
  /** Of a net that does not look anywhere, or is not asked where. */
  public static final Alignment NOWHERE = new Alignment(List.of(), List.of(), List.of());

  public Alignment {
    source = List.copyOf(source);
    target = List.copyOf(target);
    weights = weights.stream().map(List::copyOf).toList();
  }
}
