package org.unroll.core.app;

import java.util.List;

/**
 * Where on a picture a net looked while it wrote.
 *
 * @param rows of the places that it can tell apart
 * @param columns of them
 * @param words written
 * @param weights for each word one for each place, row by row, from 0 to 1; none if the net does
 *     not look at places
 */
public record RegionAttention(
    int rows, int columns, List<String> words, List<List<Double>> weights) {
  /** Of a net that sees the picture as a whole. */
  public static final RegionAttention NONE = new RegionAttention(0, 0, List.of(), List.of());

  /**
   * @throws IllegalArgumentException if there is not a weight for each place, or a word for each
   *     row
   * @throws NullPointerException if something is missing, as in a line of a file
   */
  public RegionAttention {
    words = List.copyOf(words);
    weights = weights.stream().map(List::copyOf).toList();
    for (List<Double> row : weights) {
      if (row.size() != rows * columns) {
        throw new IllegalArgumentException(
            row.size() + " weights for " + rows + " x " + columns + " places");
      }
    }
    if (weights.size() > words.size()) {
      throw new IllegalArgumentException(weights.size() + " rows for " + words.size() + " words");
    }
  }
}
