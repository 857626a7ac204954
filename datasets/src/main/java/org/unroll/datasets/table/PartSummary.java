package org.unroll.datasets.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.unroll.core.data.Split;

/** What {@code config check --data} finds: a line for each part. */
public final class PartSummary {
  private PartSummary() {}

  /**
   * Reads training and validation; the test part is looked at from outside alone.
   *
   * @param named what the config says of the parts
   * @param told a part in a few words
   */
  public static <T> List<String> of(
      Source<T> source, NamedFiles<?> named, Function<T, String> told) {
    List<String> lines = new ArrayList<>();
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
      lines.add(split.key() + ": " + told.apply(source.read(split)));
    }
    lines.addAll(test(source, named));
    return lines;
  }

  /** The line of the test part alone, if the config names one. */
  public static List<String> test(Source<?> source, NamedFiles<?> named) {
    if (named.test().isEmpty()) {
      return List.of();
    }
    source.require(Split.TEST);
    return List.of("test: it is there, and was not read");
  }
}
