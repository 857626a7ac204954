package org.unroll.datasets.text;

import java.util.ArrayList;
import java.util.List;

/** Which words of a text stay that is longer than the net reads. */
public enum Kept {
  /** The first ones. */
  START,
  /** The last ones, where a review often sums up. */
  END,
  /** Half from the start, half from the end. */
  BOTH;

  /** At most {@code most} of the words, in their order. */
  public <W> List<W> of(List<W> words, int most) {
    int size = words.size();
    if (size <= most) {
      return words;
    }
    return switch (this) {
      case START -> words.subList(0, most);
      case END -> words.subList(size - most, size);
      case BOTH -> {
        List<W> kept = new ArrayList<>(words.subList(0, most / 2));
        kept.addAll(words.subList(size - (most - most / 2), size));
        yield kept;
      }
    };
  }
}
