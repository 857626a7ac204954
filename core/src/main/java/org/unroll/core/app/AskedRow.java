package org.unroll.core.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of those that a net is asked about: an input, or a row of which none could be made.
 *
 * @param input empty if the row could not be read
 * @param cells all that stands in its row, by column; none if there are no columns
 */
public record AskedRow<I>(Optional<I> input, Map<String, String> cells) {
  public AskedRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** Those that could be read. */
  public static <I> List<I> inputs(List<AskedRow<I>> rows) {
    return rows.stream().flatMap(row -> row.input().stream()).toList();
  }

  /** Of what stands in no row. */
  public static <I> AskedRow<I> of(I input) {
    return new AskedRow<>(Optional.of(input), Map.of());
  }
}
