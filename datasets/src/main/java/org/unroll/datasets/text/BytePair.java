package org.unroll.datasets.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two neighbouring pieces. */
record BytePair(String left, String right) implements Comparable<BytePair> {
  private static final Comparator<BytePair> ORDER =
      Comparator.comparing(BytePair::left).thenComparing(BytePair::right);

  /** The pieces with every occurrence of this pair made one, from the left. */
  List<String> mergedIn(List<String> pieces) {
    List<String> merged = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      boolean here =
          i + 1 < pieces.size() && pieces.get(i).equals(left) && pieces.get(i + 1).equals(right);
      merged.add(here ? left + right : pieces.get(i));
      i += here ? 1 : 0;
    }
    return merged;
  }

  @Override
  public int compareTo(BytePair other) {
    return ORDER.compare(this, other);
  }
}
